import { expect, test } from 'vitest';
import { inkOn } from './color.ts';

test.each([
  ['#ffffff', '#000000'],
  ['#ffff00', '#000000'],
  ['#808080', '#000000'],
  ['#000000', '#ffffff'],
  ['#0a633e', '#ffffff'],
  ['#0000ff', '#ffffff'],
])('on %s one writes in %s', (color, ink) => {
  expect(inkOn(color)).toBe(ink);
});
