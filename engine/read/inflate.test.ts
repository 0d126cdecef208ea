import { randomBytes } from 'node:crypto';
import { deflateRawSync, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflateInSteps } from './inflate.ts';

const noPause = async () => undefined;
const MIB = 1024 * 1024;

async function unpacked(data: Uint8Array, wrapper: 'none' | 'zlib') {
  const pieces: Uint8Array[] = [];
  const end = await inflateInSteps(data, wrapper, noPause, (piece) => pieces.push(piece) > 0);
  return { end, bytes: new Uint8Array(Buffer.concat(pieces)), longest: Math.max(0, ...pieces.map((p) => p.length)) };
}

describe('unpacking in steps', () => {
  it('gives what was packed, at any level and with either wrapper', async () => {
    const content = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 5000 }),
        fc.nat(255).map((b) => new Uint8Array(9000).fill(b)),
      ),
    );
    await fc.assert(
      fc.asyncProperty(content, fc.integer({ min: 0, max: 9 }), fc.boolean(), async (parts, level, isWrapped) => {
        const plain = new Uint8Array(Buffer.concat(parts));
        const packed = isWrapped ? deflateSync(plain, { level }) : deflateRawSync(plain, { level });
        const { end, bytes } = await unpacked(packed, isWrapped ? 'zlib' : 'none');
        expect(end).toBe('ended');
        expect(Buffer.compare(bytes, plain)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps blocks that were stored because they do not pack', async () => {
    const noise = new Uint8Array(randomBytes(3 * MIB));
    expect(Buffer.compare((await unpacked(deflateRawSync(noise, { level: 0 }), 'none')).bytes, noise)).toBe(0);
  });

  it('stops within a few megabytes when no more is wanted, however much is packed', async () => {
    const bomb = deflateRawSync(new Uint8Array(256 * MIB), { level: 9 });
    let seen = 0;
    const end = await inflateInSteps(bomb, 'none', noPause, ({ length }) => {
      seen += length;
      return seen < 10;
    });
    expect(end).toBe('stopped');
    expect(seen).toBeLessThan(5 * MIB);
  });

  it('pauses on the way', async () => {
    let pauses = 0;
    const packed = deflateRawSync(new Uint8Array(20 * MIB));
    await inflateInSteps(
      packed,
      'none',
      async () => void pauses++,
      () => true,
    );
    expect(pauses).toBeGreaterThanOrEqual(4);
  });

  it('keeps what came before a cut, and spends nothing on what follows the end', async () => {
    const plain = new TextEncoder().encode('a row of a picture, '.repeat(20_000));
    const packed = deflateSync(plain);
    const cut = await unpacked(packed.subarray(0, packed.length - 5), 'zlib');
    expect(cut.bytes.length).toBeGreaterThan(plain.length - 300);
    const padded = new Uint8Array(Buffer.concat([packed, Buffer.alloc(20 * MIB, 0x5a)]));
    expect((await unpacked(padded, 'zlib')).bytes.length).toBe(plain.length);
  });

  it('says of other data that it is broken', async () => {
    expect((await unpacked(Uint8Array.from([1, 2, 3]), 'zlib')).end).toBe('broken');
    expect((await unpacked(new Uint8Array(100).fill(0xff), 'none')).end).toBe('broken');
    expect(await unpacked(new Uint8Array(0), 'none')).toMatchObject({ end: 'ended', longest: 0 });
  });
});
