import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBmp } from './decode-bmp.ts';
import { decodeGif } from './decode-gif.ts';

const GREY = { channels: 1, maxPixels: 10_000 } as const;

/**
 * A GIF with four colours and `width` columns whose pixels are coded individually, with a clear code before the code
 * length would grow.
 */
function gif(width: number, pixels: readonly number[], interlaced = false): Uint8Array {
  const CLEAR = 4;
  const codes = [...pixels.flatMap((pixel, index) => (index % 2 === 0 ? [CLEAR, pixel] : [pixel])), 5];
  const bits = codes
    .map((code) => code.toString(2).padStart(3, '0'))
    .reverse()
    .join('');
  const packed = (bits.padStart(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/g) ?? [])
    .reverse()
    .map((byte) => Number.parseInt(byte, 2));
  const height = pixels.length / width;
  return Uint8Array.from([
    ...new TextEncoder().encode('GIF89a'),
    width,
    0,
    height,
    0,
    0x81,
    0,
    0,
    0,
    0,
    0,
    80,
    80,
    80,
    160,
    160,
    160,
    255,
    255,
    255,
    0x2c,
    0,
    0,
    0,
    0,
    width,
    0,
    height,
    0,
    interlaced ? 0x40 : 0,
    2,
    packed.length,
    ...packed,
    0,
    0x3b,
  ]);
}

function grey(outcome: ReturnType<typeof decodeGif>): number[] {
  if (!outcome.ok) throw new Error(outcome.error.code);
  return [...outcome.picture.pixels];
}

test('a GIF gives its first frame, in order also when it is interlaced', () => {
  expect(grey(decodeGif(gif(3, [0, 1, 2, 3, 2, 1]), GREY))).toEqual([0, 80, 160, 255, 160, 80]);
  // Ten rows of one pixel, stored in the order 0, 8, 4, 2, 6, 1, 3, 5, 7, 9.
  const stored = [0, 1, 2, 3, 0, 1, 2, 3, 0, 1];
  expect(grey(decodeGif(gif(1, stored, true), GREY))).toEqual([0, 80, 255, 160, 160, 255, 0, 0, 80, 80]);
});

test('a BMP gives its rows from the bottom and its colours by palette or pixel', () => {
  const header = (width: number, height: number, bits: number, data: number) => {
    const bytes = new Uint8Array(54);
    const view = new DataView(bytes.buffer);
    bytes.set([0x42, 0x4d]);
    view.setUint32(10, data, true);
    view.setUint32(14, 40, true);
    view.setInt32(18, width, true);
    view.setInt32(22, height, true);
    view.setUint16(28, bits, true);
    return bytes;
  };
  const coloured = Uint8Array.from([...header(1, 2, 24, 54), 30, 20, 10, 0, 60, 50, 40, 0]);
  const outcome = decodeBmp(coloured, { channels: 3, maxPixels: 100 });
  expect(outcome.ok && [...outcome.picture.pixels]).toEqual([40, 50, 60, 10, 20, 30]);
  const bilevel = Uint8Array.from([...header(4, -1, 1, 62), 0, 0, 0, 0, 255, 255, 255, 0, 0b01010000, 0, 0, 0]);
  expect(grey(decodeBmp(bilevel, GREY))).toEqual([0, 255, 0, 255]);
});

test('both answer for any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 120 }), (tail) => {
      expect(typeof decodeGif(Uint8Array.from([...gif(3, [0, 1, 2]).slice(0, 30), ...tail]), GREY).ok).toBe('boolean');
      expect(typeof decodeBmp(Uint8Array.from([0x42, 0x4d, ...tail]), GREY).ok).toBe('boolean');
    }),
  );
});
