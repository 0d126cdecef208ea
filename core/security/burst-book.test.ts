import { expect, test } from 'vitest';
import { BurstBook } from './burst-book.ts';

const PAUSE_MS = 10_000;
const book = (maxNames?: number) => new BurstBook(() => 'rest', maxNames);

test('the first is written at once, and without a pause so is every one', () => {
  expect(book().note('a', 0, PAUSE_MS)).toEqual({ kind: 'write', name: 'a', count: 1 });
  const hasty = book();
  for (let i = 0; i < 3; i++) expect(hasty.note('a', 0, 0)).toEqual({ kind: 'write', name: 'a', count: 1 });
});

test('of a burst exactly one waits, and takes what all of them were', () => {
  const counted = book();
  counted.note('a', 0, PAUSE_MS);
  expect(counted.note('a', 1_000, PAUSE_MS)).toEqual({ kind: 'wait', name: 'a', ms: 9_000 });
  for (let i = 0; i < 50; i++) expect(counted.note('a', 2_000, PAUSE_MS)).toEqual({ kind: 'counted' });
  expect(counted.take('a', 10_000, PAUSE_MS)).toBe(51);
  expect(counted.take('a', 10_000, PAUSE_MS)).toBe(0);
  expect(counted.note('a', 12_000, PAUSE_MS)).toEqual({ kind: 'wait', name: 'a', ms: 8_000 });
});

test('what was gathered by somebody who vanished is written with the next one', () => {
  const counted = book();
  counted.note('a', 0, PAUSE_MS);
  counted.note('a', 1, PAUSE_MS);
  counted.note('a', 2, PAUSE_MS);
  expect(counted.note('a', 60_000, PAUSE_MS)).toEqual({ kind: 'write', name: 'a', count: 3 });
});

test('ever new names are counted under one from the limit on, and have room again when the others are quiet', () => {
  const counted = book(2);
  counted.note('a', 0, PAUSE_MS);
  counted.note('b', 0, PAUSE_MS);
  expect(counted.note('c', 1, PAUSE_MS)).toEqual({ kind: 'write', name: 'rest', count: 1 });
  expect(counted.note('d', 2, PAUSE_MS)).toMatchObject({ kind: 'wait', name: 'rest' });
  expect(counted.note('e', 20_000, PAUSE_MS)).toEqual({ kind: 'write', name: 'e', count: 1 });
});
