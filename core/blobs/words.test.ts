import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { PageWord } from '../domain/result.ts';
import { readWords, writeWords } from './words.ts';

const key = () => `words-test/${crypto.randomUUID()}`;
const pageOf = (count: number, text: string): readonly PageWord[] =>
  Array.from({ length: count }, (_, i) => ({ text: `${text}${i}`, box: [i, 0, i + 1, 10] }) as const);

test.each([
  ['one page', [pageOf(3, 'a')]],
  ['no words at all', [[], [], []]],
  ['text beyond ASCII, where characters and bytes differ', [pageOf(4, '発票'), pageOf(2, 'مرحبا'), pageOf(2, '🧾')]],
  ['more bytes than the first read brings', [pageOf(400, 'long '), pageOf(900, 'ß'), pageOf(1, 'last')]],
  ['as many pages as the engine reads', Array.from({ length: 500 }, (_, page) => pageOf(40, `p${page} `))],
])('%s: each page comes back as it was written', async (_name, pages) => {
  const at = key();
  await writeWords(env.FILES, at, pages, () => scheduler.wait(0));
  for (const page of new Set([1, 2, 3, pages.length])) {
    const expected = pages[page - 1];
    const text = await readWords(env.FILES, at, page);
    expect(text === null ? undefined : JSON.parse(text)).toEqual(expected);
  }
  expect(await readWords(env.FILES, at, pages.length + 1)).toBeNull();
  expect(await readWords(env.FILES, at, 0)).toBeNull();
});

test('no object, no words', async () => {
  expect(await readWords(env.FILES, key(), 1)).toBeNull();
});
