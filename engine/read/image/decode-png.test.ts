import { setTimeout } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '#engine/render/png';
import { readerlessHost } from '#engine/testing/readerless-host';
import { decodePng } from './decode-png.ts';
import { MAX_SOURCE_SIDE } from './picture.ts';

const GREY = { channels: 1, maxPixels: 1_000_000 } as const;
const COLOUR = { channels: 3, maxPixels: 1_000_000 } as const;

interface PngParts {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly type: number;
  readonly interlaced?: boolean;
  /** Filtered rows. */
  readonly rows: readonly number[];
  readonly extra?: readonly (readonly [string, readonly number[]])[];
}

function png({ width, height, depth, type, interlaced = false, rows, extra = [] }: PngParts): Uint8Array {
  const chunk = (name: string, data: Uint8Array) => {
    const body = Uint8Array.from([...name].map((c) => c.charCodeAt(0)).concat([...data]));
    const out = new Uint8Array(body.length + 8);
    new DataView(out.buffer).setUint32(0, data.length);
    out.set(body, 4);
    new DataView(out.buffer).setUint32(out.length - 4, crc32(body));
    return [...out];
  };
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, width);
  new DataView(header.buffer).setUint32(4, height);
  header.set([depth, type, 0, 0, interlaced ? 1 : 0], 8);
  return Uint8Array.from([
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    ...chunk('IHDR', header),
    ...extra.flatMap(([name, data]) => chunk(name, Uint8Array.from(data))),
    ...chunk('IDAT', deflateSync(Uint8Array.from(rows))),
    ...chunk('IEND', new Uint8Array()),
  ]);
}

async function pixels(file: Uint8Array, options: typeof GREY | typeof COLOUR): Promise<number[]> {
  const outcome = await decodePng(file, options, readerlessHost);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return [...outcome.picture.pixels];
}

describe('decodePng', () => {
  it('undoes every row filter', async () => {
    const rows = [0, 10, 20, 30, 1, 10, 10, 10, 2, 5, 5, 5, 3, 5, 5, 5, 4, 1, 1, 1];
    expect(await pixels(png({ width: 3, height: 5, depth: 8, type: 0, rows }), GREY)).toEqual([
      10, 20, 30, 10, 20, 30, 15, 25, 35, 12, 23, 34, 13, 24, 35,
    ]);
  });

  it('reads one bit a pixel, palettes and transparency on white', async () => {
    expect(await pixels(png({ width: 4, height: 1, depth: 1, type: 0, rows: [0, 0b10100000] }), GREY)).toEqual([
      255, 0, 255, 0,
    ]);
    const palette = png({
      width: 2,
      height: 1,
      depth: 8,
      type: 3,
      rows: [0, 1, 0],
      extra: [
        ['PLTE', [1, 2, 3, 40, 50, 60]],
        ['tRNS', [0]],
      ],
    });
    expect(await pixels(palette, COLOUR)).toEqual([40, 50, 60, 255, 255, 255]);
    expect(await pixels(png({ width: 1, height: 1, depth: 16, type: 4, rows: [0, 80, 0, 255, 0] }), GREY)).toEqual([
      80,
    ]);
  });

  it('puts the passes of an interlaced file together', async () => {
    // 2 × 2: pass 1 holds (0,0), pass 6 (1,0), pass 7 the second row.
    const rows = [0, 1, 0, 2, 0, 3, 4];
    expect(await pixels(png({ width: 2, height: 2, depth: 8, type: 0, interlaced: true, rows }), GREY)).toEqual([
      1, 2, 3, 4,
    ]);
  });

  it('is made smaller by means when it has more pixels than asked for', async () => {
    const rows = [0, 0, 100, 255, 255, 0, 100, 200, 255, 255];
    const outcome = await decodePng(
      png({ width: 4, height: 2, depth: 8, type: 0, rows }),
      { channels: 1, maxPixels: 2 },
      readerlessHost,
    );
    expect(outcome).toMatchObject({ ok: true, source: { width: 4, height: 2 }, picture: { width: 2, height: 1 } });
    expect(outcome.ok && [...outcome.picture.pixels]).toEqual([100, 255]);
  });

  it('refuses more pixels than any scan has before unpacking a byte', async () => {
    const outcome = await decodePng(
      png({ width: 60_000, height: 60_000, depth: 1, type: 0, rows: [] }),
      GREY,
      readerlessHost,
    );
    expect(outcome).toMatchObject({ ok: false, error: { code: 'too_large' } });
  });

  it('keeps the rows of a file that is cut and calls one without rows damaged', async () => {
    const whole = png({
      width: 64,
      height: 64,
      depth: 8,
      type: 0,
      rows: Array.from({ length: 65 * 64 }, (_, i) => (i % 65 === 0 ? 0 : Math.imul(i, 2654435761) >>> 24)),
    });
    const cut = await decodePng(whole.slice(0, whole.length - 1500), GREY, {
      ...readerlessHost,
      pause: () => setTimeout(5),
    });
    expect(cut).toMatchObject({ ok: true, picture: { width: 64, height: 64 } });
    expect(await decodePng(whole.slice(0, 40), GREY, readerlessHost)).toMatchObject({
      ok: false,
      error: { code: 'damaged' },
    });
  });

  it('answers for any bytes behind the signature', async () => {
    const start = png({ width: 4, height: 4, depth: 8, type: 2, rows: [] }).slice(0, 33);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (tail) => {
        const outcome = await decodePng(Uint8Array.from([...start, ...tail]), GREY, readerlessHost);
        expect(typeof outcome.ok).toBe('boolean');
      }),
      { numRuns: 40 },
    );
  });
});

describe('a PNG that holds far more than its picture', () => {
  it('is unpacked no further than the last row', async () => {
    const bomb = (extra: number) =>
      png({
        width: 4,
        height: 2,
        depth: 8,
        type: 0,
        rows: [0, 9, 9, 9, 9, 0, 9, 9, 9, 9, ...new Array(extra).fill(0)],
      });
    let turns = 0;
    const host = {
      ...readerlessHost,
      pause: async () => {
        turns += 1;
        await setTimeout(0);
      },
    };
    const outcome = await decodePng(bomb(100_000), GREY, host);
    expect(outcome).toMatchObject({ ok: true, picture: { width: 4, height: 2 } });
    const few = turns;
    turns = 0;
    expect(await decodePng(bomb(2_000_000), GREY, host)).toMatchObject({ ok: true });
    expect(turns).toBeLessThanOrEqual(few + 2);
  });
});

it('refuses a picture of one row or column and millions of pixels by its header', async () => {
  for (const [width, height] of [
    [1, 40_000_000],
    [1, MAX_SOURCE_SIDE + 1],
    [MAX_SOURCE_SIDE + 1, 1],
  ] as const) {
    const file = png({ width, height, depth: 1, type: 0, rows: new Array(1_000).fill(0) });
    expect(await decodePng(file, GREY, readerlessHost)).toMatchObject({ ok: false, error: { code: 'too_large' } });
  }
});
