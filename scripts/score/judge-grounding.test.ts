import { expect, test } from 'vitest';
import { judgeGrounding, type PlacedWord } from './judge-grounding.ts';

/** Words of one line each, ten points high, one below the other. */
function lines(...texts: readonly string[]): PlacedWord[] {
  return texts.flatMap((text, line) =>
    text.split(' ').map((word, at) => ({
      text: word,
      page: 1,
      box: [at * 50, line * 20, at * 50 + 40, line * 20 + 10] as const,
    })),
  );
}

const over = (line: number, from: number, to: number) => ({
  page: 1,
  box: [from * 50, line * 20, to * 50 - 10, line * 20 + 10] as const,
  text: '',
});

test('the code of a country inside an address is no part of it, and costs when it is marked', () => {
  const words = lines('Main Street 5', 'DE 12345 Anytown');
  const value = 'Main Street 5, 12345 Anytown';
  expect(judgeGrounding('address', value, [over(0, 0, 3), over(1, 1, 3)], words)).toBe(1);
  expect(judgeGrounding('address', value, [over(0, 0, 3), over(1, 0, 3)], words)).toBeCloseTo(10 / 11);
});

test('another word inside an address is another address', () => {
  const words = lines('Main Street 5', 'Northgate 12345 Anytown');
  expect(judgeGrounding('address', 'Main Street 5, 12345 Anytown', [over(0, 0, 3)], words)).toBeUndefined();
});

test('the best of several places counts, and a mark at a second place costs', () => {
  const words = lines('Total 120.00', 'Due 120.00');
  expect(judgeGrounding('amount', '120.00', [over(1, 1, 2)], words)).toBe(1);
  expect(judgeGrounding('amount', '120.00', [over(0, 1, 2), over(1, 1, 2)], words)).toBeCloseTo(2 / 3);
});
