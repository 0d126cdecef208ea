import { expect, test } from 'vitest';
import { LivenessBook } from './liveness-book.ts';

test('what was remembered counts until its time, for that key only', () => {
  const book = new LivenessBook();
  book.remember('ses_a|org_1|owner', 100);
  expect(book.isAlive('ses_a|org_1|owner', 99)).toBe(true);
  expect(book.isAlive('ses_a|org_1|owner', 100)).toBe(false);
  expect(book.isAlive('ses_a|org_2|owner', 99)).toBe(false);
});

test('forgetting a session forgets it in every organization and role', () => {
  const book = new LivenessBook();
  for (const key of ['ses_a|org_1|owner', 'ses_a|org_2|viewer', 'ses_b|org_1|owner']) book.remember(key, 100);
  book.forget('ses_a|');
  expect(['ses_a|org_1|owner', 'ses_a|org_2|viewer', 'ses_b|org_1|owner'].map((key) => book.isAlive(key, 1))).toEqual([
    false,
    false,
    true,
  ]);
});

test('it never holds more than its bound, and forgetting grants nothing', () => {
  const book = new LivenessBook(3);
  for (let i = 0; i < 10; i++) book.remember(`ses_${i}|`, 100);
  const alive = Array.from({ length: 10 }, (_, i) => book.isAlive(`ses_${i}|`, 1)).filter(Boolean);
  expect(alive.length).toBeLessThanOrEqual(3);
  expect(book.isAlive('ses_9|', 1)).toBe(true);
});
