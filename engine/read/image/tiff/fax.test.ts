import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFax } from './fax.ts';
import { BLACK_TERMINATING, WHITE_TERMINATING } from './fax-codes.data.ts';

const WHITE = WHITE_TERMINATING.split(',');
const BLACK = BLACK_TERMINATING.split(',');

function packed(bits: string): Uint8Array {
  return Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, '0'), 2));
}

function rows(data: Uint8Array, width: number, height: number, scheme: 'rows' | 'group-3' | 'group-4'): string[] {
  const out: string[] = [];
  decodeFax(data, width, height, { scheme, twoDimensional: false, leastBitFirst: false }, (row) => {
    out.push(
      [...row]
        .map((byte) => byte.toString(2).padStart(8, '0'))
        .join('')
        .slice(0, width),
    );
  });
  return out;
}

/** Encodes an image in horizontal mode only, which every group 4 decoder must accept; runs must be under 64. */
function horizontal(lines: readonly string[]): string {
  return lines
    .map((line) => {
      const found: readonly string[] = line.match(/0+|1+/g) ?? [];
      const runs = line.startsWith('1') ? ['', ...found] : found;
      let bits = '';
      for (let index = 0; index < runs.length; index += 2) {
        bits += `001${WHITE[runs[index]?.length ?? 0] ?? ''}${BLACK[runs[index + 1]?.length ?? 0] ?? ''}`;
      }
      return bits;
    })
    .join('');
}

const picture = fc.integer({ min: 1, max: 40 }).chain((width) =>
  fc.array(fc.string({ unit: fc.constantFrom('0', '1'), minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 6,
  }),
);

describe('decodeFax', () => {
  it('gives back what horizontal mode coded', () => {
    fc.assert(
      fc.property(picture, (lines) => {
        expect(rows(packed(horizontal(lines)), lines[0]?.length ?? 0, lines.length, 'group-4')).toEqual(lines);
      }),
    );
  });

  it('follows the row above by vertical and pass modes', () => {
    // Row 1: two white, three black, three white. Row 2: the same. Row 3: shifted right by one. Row 4: all white
    // (pass).
    const first = `001${WHITE[2]}${BLACK[3]}1`;
    expect(rows(packed(`${first}111${'011'.repeat(2)}1${'0001'}1`), 8, 4, 'group-4')).toEqual([
      '00111000',
      '00111000',
      '00011100',
      '00000000',
    ]);
  });

  it('reads group 3 rows behind their end-of-line marks and rows without marks from the next byte', () => {
    const line = `${WHITE[3]}${BLACK[2]}${WHITE[3]}`;
    expect(rows(packed(`000000000001${line}0000000000001${line}`), 8, 2, 'group-3')).toEqual(['00011000', '00011000']);
    const padded = line.padEnd(Math.ceil(line.length / 8) * 8, '0');
    expect(rows(packed(padded + padded), 8, 2, 'rows')).toEqual(['00011000', '00011000']);
  });

  it('ends for any bytes, with no more rows than there are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('rows', 'group-3', 'group-4'), (data, scheme) => {
        expect(rows(data, 100, 50, scheme).length).toBeLessThanOrEqual(50);
      }),
    );
  });
});
