import { expect, test } from 'vitest';
import type { Mark } from './find-marks.ts';
import { findTextRuns, onPageOf } from './text-runs.ts';

const HEIGHT = 20;
const WIDTH = 12;
/** Distance between the left edges of two letters. */
const STEP = 16;
const SHAPE = { letterHeight: HEIGHT, slope: 0 };

/** One letter per character of a text, none for blanks; the line falls to the right by `slope`. */
function line(text: string, x: number, y: number, slope = 0): Mark[] {
  return [...text].flatMap((sign, at) => {
    const x0 = x + at * STEP;
    const y0 = y + at * STEP * slope;
    return sign === ' ' ? [] : [{ x0, y0, x1: x0 + WIDTH, y1: y0 + HEIGHT }];
  });
}

test('letters that follow each other are a run, and its wide gaps part words', () => {
  const [run, ...more] = findTextRuns(line('Sub total', 40, 100), SHAPE);
  expect(more).toEqual([]);
  expect(run?.box).toEqual({ a0: 40, a1: 40 + 8 * STEP + WIDTH, b0: 100, b1: 120 });
  expect(run?.words.map(({ a0, a1 }) => [a0, a1])).toEqual([
    [40, 40 + 2 * STEP + WIDTH],
    [40 + 4 * STEP, 40 + 8 * STEP + WIDTH],
  ]);
});

test('lines under each other and columns beside each other are runs of their own', () => {
  const marks = [...line('Coffee', 40, 100), ...line('2.50', 400, 100), ...line('Total', 40, 130)];
  const boxes = findTextRuns(marks, SHAPE).map(({ box }) => [box.a0, box.b0]);
  expect(boxes.toSorted((one, other) => (one[1] ?? 0) - (other[1] ?? 0) || (one[0] ?? 0) - (other[0] ?? 0))).toEqual([
    [40, 100],
    [400, 100],
    [40, 130],
  ]);
});

test('letters set wide are one word', () => {
  const marks = [0, 1, 2, 3, 4].map((at) => ({ x0: at * 30, y0: 0, x1: at * 30 + WIDTH, y1: HEIGHT }));
  expect(findTextRuns(marks, SHAPE)[0]?.words).toHaveLength(1);
});

test('a line that falls on a level page has a slope of its own, and its words stand where they are on the page', () => {
  const [run] = findTextRuns(line('bending paper', 100, 300, 0.08), SHAPE);
  expect(run?.slope).toBeCloseTo(Math.atan(0.08), 3);
  const [first, second] = run?.words ?? [];
  if (run === undefined || first === undefined || second === undefined) throw new Error('two words were drawn');
  const [one, other] = [onPageOf(first, run), onPageOf(second, run)];
  expect(one.a0).toBeCloseTo(100, -0.5);
  expect(one.b0).toBeCloseTo(300 + 3 * STEP * 0.08, -0.5);
  expect(other.a0).toBeCloseTo(100 + 8 * STEP, -0.5);
});

test('a long line is cut into runs of a length the reader takes, between words', () => {
  const runs = findTextRuns(line('the quick brown fox jumps over the dog', 0, 0), SHAPE);
  expect(runs.length).toBeGreaterThan(1);
  expect(Math.max(...runs.map(({ box }) => box.a1 - box.a0))).toBeLessThanOrEqual(16 * HEIGHT);
  expect(runs.flatMap(({ words }) => words)).toHaveLength(8);
});

test('specks, rules and pictures are no runs', () => {
  expect(findTextRuns(line('ab', 0, 0), SHAPE)).toEqual([]);
  expect(findTextRuns([{ x0: 0, y0: 0, x1: 900, y1: 20 }], SHAPE)).toEqual([]);
  expect(findTextRuns([{ x0: 0, y0: 0, x1: 300, y1: 300 }], SHAPE)).toEqual([]);
});
