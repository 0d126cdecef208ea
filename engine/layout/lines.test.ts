import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentFromText } from '../testing/document-from-text.ts';
import { buildLines } from './lines.ts';

const PAGE = `INVOICE              No. 4711

Example Ltd          Date: 2024-05-17
1 High Street

Subtotal      100.00
Total         120.00`;

function pageOf(text: string) {
  const page = documentFromText(text).pages[0];
  if (page === undefined) throw new Error('the text has no page');
  return page;
}

test('wide gaps part segments, lines keep their order', () => {
  const lines = buildLines(pageOf(PAGE)).lines.map((line) => line.segments.map((segment) => segment.text));
  expect(lines).toEqual([
    ['INVOICE', 'No. 4711'],
    ['Example Ltd', 'Date: 2024-05-17'],
    ['1 High Street'],
    ['Subtotal', '100.00'],
    ['Total', '120.00'],
  ]);
});

test('the result does not depend on the order of the words', () => {
  const page = pageOf(PAGE);
  const expected = buildLines(page).lines;
  fc.assert(
    fc.property(fc.shuffledSubarray([...page.words], { minLength: page.words.length }), (words) => {
      expect(buildLines({ ...page, words }).lines).toEqual(expected);
    }),
  );
});

test('every word is in exactly one segment', () => {
  const word = fc.record({
    text: fc.stringMatching(/^[a-z0-9]{1,8}$/),
    x: fc.integer({ min: 0, max: 500 }),
    y: fc.integer({ min: 0, max: 700 }),
    size: fc.integer({ min: 5, max: 40 }),
  });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (parts) => {
      const words = parts.map(({ text, x, y, size }) => ({
        text,
        box: [x, y, x + 30, y + size] as const,
        size,
        bold: false,
      }));
      const placed = buildLines({ ...pageOf(''), words }).lines.flatMap((line) =>
        line.segments.flatMap((segment) => segment.words),
      );
      expect(placed.length).toBe(words.length);
      expect(new Set(placed).size).toBe(words.length);
    }),
  );
});

test('a huge watermark does not swallow the lines it crosses', () => {
  const page = pageOf(PAGE);
  const mark = { text: 'DUPLICATE', box: [100, 40, 500, 110] as const, size: 60, bold: true };
  const lines = buildLines({ ...page, words: [...page.words, mark] }).lines.map((line) =>
    line.segments.map((s) => s.text).join(' '),
  );
  expect(lines).toContain('Example Ltd Date: 2024-05-17');
  expect(lines).toContain('1 High Street');
});

test('a run of letters that is no word stays out, and no segment is longer than a sheet is wide', () => {
  const lines = buildLines(pageOf(`Total 120.00\n${'A1'.repeat(4_000)}\n${'11, '.repeat(2_000)}`)).lines;
  const texts = lines.map((line) => line.segments.map((segment) => segment.text));
  expect(texts[0]).toEqual(['Total 120.00']);
  expect(texts).toHaveLength(2);
  expect(Math.max(...(texts[1] ?? []).map((text) => text.length))).toBeLessThanOrEqual(600);
  expect(texts[1]?.join(' ').match(/11,/g)).toHaveLength(2_000);
});

test('on a recognised page words as far apart as letters are wide belong together', () => {
  const words = (confidence?: number) =>
    [
      ['Sub', 0, 60],
      ['Total:', 88, 208],
      ['55.10', 400, 500],
    ].map(([text, x0, x1]) => ({
      text: String(text),
      box: [Number(x0), 0, Number(x1), 30] as const,
      size: 30,
      bold: false,
      ...(confidence !== undefined && { confidence }),
    }));
  const page = pageOf(PAGE);
  const textsOf = (confidence?: number) =>
    buildLines({ ...page, words: words(confidence) }).lines[0]?.segments.map(({ text }) => text);
  expect(textsOf(0.9)).toEqual(['Sub Total:', '55.10']);
  expect(textsOf()).toEqual(['Sub', 'Total:', '55.10']);
});
