import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from './parse-csv.ts';

const MOST = 10_000;
/** Includes characters that need quotes. */
const field = fc.string({ unit: fc.constantFrom('a', 'Z', '7', ' ', '"', '\n', ',', ';'), minLength: 1, maxLength: 6 });

function written(records: readonly (readonly string[])[], delimiter: string): string {
  const quoted = (text: string) => (/["\n,;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return records.map((record) => record.map(quoted).join(delimiter)).join('\n');
}

test('records with quotes, delimiters and line ends in their fields come back as they were', () => {
  const table = fc
    .integer({ min: 2, max: 6 })
    .chain((columns) =>
      fc.array(fc.array(field, { minLength: columns, maxLength: columns }), { minLength: 3, maxLength: 12 }),
    );
  fc.assert(
    fc.property(table, fc.constantFrom('\t', ';', ',', '|'), (records, delimiter) => {
      // The first line states the delimiter, so this tests only the quoting.
      expect(parseCsv(`sep=${delimiter}\n${written(records, delimiter)}`, MOST)?.records).toEqual(records);
    }),
  );
});

test.each([
  ['a comma', 'id,name,amount\n1,Ann,2.50\n2,Bob,3.10', ','],
  ['a semicolon with decimal commas', 'nr;name;betrag\n1;Ann;2,50\n2;Bob;3,10', ';'],
  ['a tab', 'id\tname\n1\tAnn\n2\tBob', '\t'],
  ['a bar', 'id|name|x\n1|Ann|y\n2|Bob|z', '|'],
  ['a comma, below lines of a title', 'Statement of May\n\nid,name,amount\n1,Ann,2.50\n2,Bob,3.10\n3,Cy,1.00', ','],
])('the delimiter is found: %s', (_name, text, delimiter) => {
  expect(parseCsv(text, MOST)?.delimiter).toBe(delimiter);
});

test.each([
  ['sentences', 'Dear Ann, thank you for your letter of May.\nWe are glad, as always, to hear from you.\nYours, Bob'],
  ['a list of names', 'Ann\nBob\nCy'],
  ['one line', 'a,b,c'],
])('a text is no table: %s', (_name, text) => {
  expect(parseCsv(text, MOST)).toBeUndefined();
});

test('a quote that is never closed is a letter and swallows nothing', () => {
  expect(parseCsv('size,name\n5",pipe\n6",hose', MOST)?.records).toEqual([
    ['size', 'name'],
    ['5"', 'pipe'],
    ['6"', 'hose'],
  ]);
});
