import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpackBits, unpackDeflate, unpackLzw } from './unpack-strip.ts';

const noPause = async () => undefined;

describe('unpacking strips', () => {
  it('takes literal and repeated bytes of PackBits (the example of TIFF 6.0, section 9)', () => {
    const packed = [0xfe, 0xaa, 0x02, 0x80, 0x00, 0x2a, 0xfd, 0xaa, 0x03, 0x80, 0x00, 0x2a, 0x22, 0xf7, 0xaa];
    const plain = [
      0xaa,
      0xaa,
      0xaa,
      0x80,
      0,
      0x2a,
      0xaa,
      0xaa,
      0xaa,
      0xaa,
      0x80,
      0,
      0x2a,
      0x22,
      ...Array(10).fill(0xaa),
    ];
    expect([...unpackBits(Uint8Array.from(packed), plain.length)]).toEqual(plain);
  });

  it('takes LZW codes that repeat, also the one that is just being made (TIFF 6.0, section 13)', () => {
    // Clear, 7, 258 (= 7 7), 258 (= 7 7), 8, end: nine bits each.
    const bits = [256, 7, 258, 258, 8, 257].map((code) => code.toString(2).padStart(9, '0')).join('');
    const bytes = Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, '0'), 2));
    expect([...unpackLzw(bytes, 6)]).toEqual([7, 7, 7, 7, 7, 8]);
  });

  it('stays within the size that was asked for', async () => {
    const much = deflateSync(new Uint8Array(10_000).fill(3));
    expect(await unpackDeflate(much, 10, noPause)).toEqual(new Uint8Array(10).fill(3));
    expect(unpackBits(Uint8Array.from([0x81, 5]), 4)).toEqual(new Uint8Array(4).fill(5));
  });

  it('gives zeros for what is cut off', async () => {
    expect(await unpackDeflate(Uint8Array.from([1, 2, 3]), 4, noPause)).toEqual(new Uint8Array(4));
    expect(unpackLzw(new Uint8Array(0), 3)).toEqual(new Uint8Array(3));
  });
});
