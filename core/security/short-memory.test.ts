import { expect, test } from 'vitest';
import { ShortMemory } from './short-memory.ts';

test('what was remembered counts until its time, for that key only', () => {
  const memory = new ShortMemory<string>();
  memory.remember('a', 'found', 100);
  expect(memory.recall('a', 99)).toBe('found');
  expect(memory.recall('a', 100)).toBeUndefined();
  expect(memory.recall('b', 99)).toBeUndefined();
});

test('forgetting concerns all that match, and nothing else', () => {
  const memory = new ShortMemory<{ owner: string }>();
  memory.remember('1', { owner: 'a' }, 100);
  memory.remember('2', { owner: 'a' }, 100);
  memory.remember('3', { owner: 'b' }, 100);
  memory.forget((value) => value.owner === 'a');
  expect(['1', '2', '3'].map((key) => memory.recall(key, 1)?.owner)).toEqual([undefined, undefined, 'b']);
});

test('it never holds more than its bound, and forgetting grants nothing', () => {
  const memory = new ShortMemory<true>(3);
  for (let i = 0; i < 10; i++) memory.remember(`${i}`, true, 100);
  const held = Array.from({ length: 10 }, (_, i) => memory.recall(`${i}`, 1)).filter(Boolean);
  expect(held.length).toBeLessThanOrEqual(3);
  expect(memory.recall('9', 1)).toBe(true);
});
