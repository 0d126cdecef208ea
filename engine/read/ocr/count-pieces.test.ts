import { expect, test } from 'vitest';
import { countPieces } from './count-pieces.ts';

/** `#` is ink, `+` darkened paper, anything else paper. */
function pictureOf(rows: readonly string[]) {
  const width = rows[0]?.length ?? 0;
  const greys = { '#': 20, '+': 180 } as Readonly<Record<string, number>>;
  return { width, height: rows.length, pixels: Uint8Array.from([...rows.join('')].map((sign) => greys[sign] ?? 230)) };
}

test('letters are counted, shades of the paper are not', () => {
  expect(countPieces(pictureOf(['#..+#', '#...#', '..+..', '##..#']))).toBe(4);
});

test('ink that touches at a corner is one piece', () => {
  expect(countPieces(pictureOf(['#....', '.#...', '..###', '#....']))).toBe(2);
});

test('specks of noise are counted one by one', () => {
  const rows = Array.from({ length: 20 }, (_, y) => (y % 2 === 0 ? '#.'.repeat(20) : '.'.repeat(40)));
  expect(countPieces(pictureOf(rows))).toBe(200);
});

test('an even picture has at most one piece', () => {
  expect(countPieces(pictureOf(['....', '....']))).toBeLessThanOrEqual(1);
});
