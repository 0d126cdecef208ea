import { expect, test } from 'vitest';
import { readerlessHost } from '#engine/testing/readerless-host';
import { linesOf } from '#engine/testing/text-of-pages';
import { readPlainText } from './read-plain-text.ts';

const read = (bytes: Uint8Array) => readPlainText(bytes, readerlessHost);
const letters = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string) => letters([...text].map((letter) => `${letter}\0`).join(''));

test.each([
  ['UTF-8', new TextEncoder().encode('Größe 5 €')],
  ['UTF-8 with a mark', letters('\xef\xbb\xbfGr\xc3\xb6\xc3\x9fe 5 \xe2\x82\xac')],
  ['Windows-1252', letters('Gr\xf6\xdfe 5 \x80')],
  ['UTF-16 with a mark', letters('\xff\xfeG\0r\0\xf6\0\xdf\0e\0 \x005\0 \0\xac\x20')],
])('letters are decoded from %s', async (_name, bytes) => {
  expect(linesOf(await read(bytes))).toEqual(['Größe 5 €']);
});

test('UTF-16 without a mark is known by its zeros', async () => {
  expect(linesOf(await read(utf16('Total 5')))).toEqual(['Total 5']);
});

test('columns made of spaces and tabs stay columns', async () => {
  const text = 'Item     Price\nPen       1.00\nBook\t 12.00\r\n';
  const outcome = await read(letters(text));
  expect(linesOf(outcome)).toEqual(['Item | Price', 'Pen | 1.00', 'Book | 12.00']);
  const ends = outcome.ok ? outcome.document.pages[0]?.words.filter((word) => /00|Price/.test(word.text)) : [];
  expect(new Set(ends?.map((word) => word.box[2])).size).toBe(1);
});

test('a form feed starts a page, and so does the end of a sheet', async () => {
  const outcome = await read(letters(`one\f${'x\n'.repeat(70)}`));
  expect(outcome.ok && outcome.document.pages.map(({ page, words }) => [page, words.length])).toEqual([
    [1, 1],
    [2, 63],
    [3, 7],
  ]);
});

test('a line longer than a sheet is wrapped and keeps its words', async () => {
  const words = Array.from({ length: 400 }, (_, index) => `w${index}`);
  expect(linesOf(await read(letters(words.join(' ')))).join(' ')).toBe(words.join(' '));
});

test.each([
  ['in one line', (text: string) => text],
  ['in lines', (text: string) => text.replace(/.{76}/g, '$&\n')],
  ['in long lines', (text: string) => text.replace(/.{1000}/g, '$&\n')],
])('encoded data counts as no page, %s', async (_name, lay) => {
  const junk = lay('QWxhZGRpbjpvcGVu'.repeat(20_000));
  const outcome = await read(letters(junk));
  // The remainder of the last line may be one.
  expect(outcome.ok ? outcome.document.pages.length : 0).toBeLessThanOrEqual(1);
  const mixed = await read(letters(`Invoice 4711\f${junk}\fTotal 12.00 ${'A'.repeat(80)}`));
  const lines = linesOf(mixed);
  expect([lines[0], lines.at(-1)]).toEqual(['Invoice 4711', `Total 12.00 ${'A'.repeat(80)}`]);
});
