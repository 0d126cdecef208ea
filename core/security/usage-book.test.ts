import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UsageBook } from './usage-book.ts';

const DAY_MS = 86_400_000;

test('the first call of a key is handed out at once, the next ones in sums', () => {
  const book = new UsageBook();
  expect(book.count('a', 0, 1_000)).toEqual([{ keyId: 'a', day: '1970-01-01', calls: 1, lastAt: 0 }]);
  expect(book.count('a', 10, 1_000)).toEqual([]);
  expect(book.count('a', 20, 1_000)).toEqual([]);
  expect(book.count('a', 1_000, 1_000)).toEqual([{ keyId: 'a', day: '1970-01-01', calls: 3, lastAt: 1_000 }]);
});

test('no call is lost or counted twice, whatever keys and days it is spread over', () => {
  const calls = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), gap: fc.nat({ max: DAY_MS }) }));
  fc.assert(
    fc.property(calls, fc.nat({ max: DAY_MS }), (list, everyMs) => {
      const book = new UsageBook(2);
      let now = 0;
      let written = 0;
      for (const { key, gap } of list) {
        now += gap;
        for (const counted of book.count(key, now, everyMs)) written += counted.calls;
      }
      const last = book.count('a', now, 0).reduce((sum, counted) => sum + counted.calls, 0);
      expect(written + last).toBe(list.length + 1);
    }),
  );
});
