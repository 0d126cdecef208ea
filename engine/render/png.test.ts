import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32, encodePng } from './png.ts';

it('computes the CRC-32 that zlib computes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(crc32(bytes)).toBe(zlibCrc32(bytes));
    }),
  );
});

it('writes a PNG whose chunks carry their checksums', async () => {
  const png = await encodePng({
    width: 2,
    height: 1,
    samples: Uint8Array.of(0, 1),
    palette: Uint8Array.of(255, 255, 255, 9, 8, 7),
  });
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(png.buffer);
  const types: string[] = [];
  for (let at = 8; at < png.length; ) {
    const end = at + 8 + view.getUint32(at);
    types.push(String.fromCharCode(...png.subarray(at + 4, at + 8)));
    expect(view.getUint32(end)).toBe(zlibCrc32(png.subarray(at + 4, end)));
    at = end + 4;
  }
  expect(types).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
});
