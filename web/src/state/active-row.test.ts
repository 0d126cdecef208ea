import { expect, test } from 'vitest';
import { activeRowAt, placeOf } from './active-row.ts';

const rows = (ids: string) => [...ids].map((id) => ({ id }));

test('the active row stays with its document when others arrive above it', () => {
  const active = activeRowAt(1, rows('abc'));
  expect(placeOf(active, rows('xyabc'))).toBe(3);
});

test('when its document leaves the list, the row at its position becomes active', () => {
  const active = activeRowAt(1, rows('abc'));
  expect(placeOf(active, rows('ac'))).toBe(1);
  expect(placeOf(activeRowAt(2, rows('abc')), rows('ab'))).toBe(1);
});

test('no row is active before one was chosen, or in an empty list', () => {
  expect(placeOf(null, rows('abc'))).toBe(-1);
  expect(placeOf(activeRowAt(0, rows('a')), [])).toBe(-1);
  expect(activeRowAt(0, [])).toBeNull();
});

test('steps stay within the list', () => {
  expect(activeRowAt(7, rows('abc'))).toEqual({ id: 'c', row: 2 });
  expect(activeRowAt(-1, rows('abc'))).toEqual({ id: 'a', row: 0 });
});
