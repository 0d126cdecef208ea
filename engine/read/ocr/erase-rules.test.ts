import { expect, test } from 'vitest';
import type { Picture } from '../image/picture.ts';
import { eraseRules } from './erase-rules.ts';
import type { Mark } from './find-marks.ts';

const PAPER = 250;
const INK = 30;
const LETTER = 10;
const [WIDTH, HEIGHT] = [400, 200];
const FRAME: Mark = { x0: 20, y0: 20, x1: 380, y1: 120 };
const SHAPE = { letterHeight: LETTER, slope: 0 };

type Bar = readonly [x0: number, y0: number, x1: number, y1: number];

/** White paper with black bars. */
function drawn(bars: readonly Bar[]): Picture {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(PAPER);
  for (const [x0, y0, x1, y1] of bars) for (let y = y0; y < y1; y++) pixels.fill(INK, y * WIDTH + x0, y * WIDTH + x1);
  return { width: WIDTH, height: HEIGHT, channels: 1, pixels };
}

const inkOf = ({ pixels }: Picture) => pixels.filter((grey) => grey < PAPER - 20).length;

const RULES: readonly Bar[] = [
  [20, 20, 380, 22],
  [20, 118, 380, 120],
  [20, 20, 22, 120],
  [378, 20, 380, 120],
];

test('the rules of a frame vanish, on a page that lies askew too', () => {
  expect(inkOf(eraseRules(drawn(RULES), [FRAME], SHAPE))).toBe(0);
  const steps = Array.from(
    { length: 36 },
    (_, i): Bar => [20 + 10 * i, 20 + Math.floor(i / 6), 30 + 10 * i, 22 + Math.floor(i / 6)],
  );
  const askew = eraseRules(drawn(steps), [FRAME], { ...SHAPE, slope: Math.atan(1 / 60) });
  expect(inkOf(askew)).toBeLessThan(inkOf(drawn(steps)) / 10);
});

test('letters between rules, and letters that stand on one, stay', () => {
  const letters: readonly Bar[] = [
    [40, 60, 42, 70],
    [50, 108, 52, 118],
  ];
  const kept = eraseRules(drawn([...RULES, ...letters]), [FRAME], SHAPE);
  expect(inkOf(kept)).toBe(inkOf(drawn(letters)));
});

test('the feet of a line of small print are no rule', () => {
  const line = Array.from({ length: 30 }, (_, i): readonly Bar[] => [
    [40 + 6 * i, 60, 42 + 6 * i, 70],
    [43 + 6 * i, 60, 45 + 6 * i, 70],
    [40 + 6 * i, 69, 45 + 6 * i, 70],
  ]).flat();
  expect(inkOf(eraseRules(drawn(line), [FRAME], SHAPE))).toBe(inkOf(drawn(line)));
});

test('the heavy strokes of a title stay', () => {
  const title: readonly Bar[] = [[60, 40, 66, 80]];
  expect(inkOf(eraseRules(drawn(title), [{ x0: 60, y0: 40, x1: 66, y1: 80 }], SHAPE))).toBe(inkOf(drawn(title)));
});

test('a page without rules is given back as it is', () => {
  const page = drawn([[40, 60, 42, 70]]);
  expect(eraseRules(page, [{ x0: 40, y0: 60, x1: 42, y1: 70 }], SHAPE)).toBe(page);
});

test('lines over a photo or the pattern of a card are no rules', () => {
  const page = drawn(RULES);
  // Greys from 100 to 249, like a face or a guilloche.
  const pixels = page.pixels.map((grey, at) => (grey === INK ? INK : 100 + ((at * 7919) % 150)));
  const photo = { ...page, pixels };
  expect(eraseRules(photo, [FRAME], SHAPE).pixels).toEqual(pixels);
});
