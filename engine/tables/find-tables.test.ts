import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildLines } from '../layout/lines.ts';
import { documentFromText } from '../testing/document-from-text.ts';
import { findTables } from './find-tables.ts';

function gridsOf(text: string): string[][][] {
  const { pages } = documentFromText(text);
  return pages
    .flatMap((page) => findTables(buildLines(page)))
    .map(({ rows }) => rows.map((row) => row.map((cell) => cell.text)));
}

test('columns without lines between them are found, empty cells included', () => {
  const text = `
Some words before the table, which end here.


Country      1996     1993
Austria        59       54
Belgium        62
Denmark                 54
Finland        89       94`;
  expect(gridsOf(text)).toEqual([
    [
      ['Country', '1996', '1993'],
      ['Austria', '59', '54'],
      ['Belgium', '62', ''],
      ['Denmark', '', '54'],
      ['Finland', '89', '94'],
    ],
  ]);
});

test('a head of several lines is one row, and a title above it is no part of the table', () => {
  const text = `
Table 3: Sales of all shops in the year
              number of    sales per
              shops        shop
Austria       59           54.1
Belgium       62           60.2
Denmark       59           54.3`;
  expect(gridsOf(text)[0]?.[0]).toEqual(['', 'number of shops', 'sales per shop']);
});

test('a head over two columns covers both', () => {
  const text = `
Country           Sample size
              2006         2007
Austria         59           54
Belgium         62           60
Denmark         59           54
Finland         51           43
France          44           41
Greece          48           39
Ireland         31           38
Italy           22           21`;
  const { pages } = documentFromText(text);
  const [table] = pages.flatMap((page) => findTables(buildLines(page)));
  expect(table?.rows[0]).toMatchObject([{ text: 'Country' }, { text: 'Sample size', col_span: 2 }]);
});

test('the rest of a long text in a later column belongs to the row above', () => {
  const text = `
Country       1996     Leaders of the market in the country
Austria       59       Alpha 55 and Beta 46 and also the
                       Gamma 38
Denmark       59       Delta 12 and Epsilon 11
Finland       89       Zeta 60`;
  expect(gridsOf(text)[0]?.[1]).toEqual(['Austria', '59', 'Alpha 55 and Beta 46 and also the Gamma 38']);
});

test('a head that stands between two columns makes no column of its own', () => {
  const text = `
                  1996
              share    shops     growth
Austria         17       568     3
Belgium         25       762     7
Denmark         14       530     5
Finland         18       587     6
France          12       431     2
Greece          16       402     3
Ireland         11       388     1
Italy           10       377     1
Spain           15       360     4`;
  expect(gridsOf(text)[0]?.at(-1)).toEqual(['Spain', '15', '360', '4']);
});

test('a name that is longer than its column stays in it', () => {
  const text = `
              1996     1993
Austria       59       54
Belgium/Luxembourg 62  60
Denmark       59       54
Finland       89       94
France        51       48
Greece        59       54
Ireland       70       61
Italy         40       38
Spain         47       45`;
  expect(gridsOf(text)[0]?.[2]).toEqual(['Belgium/Luxembourg', '62', '60']);
});

test.each([
  [
    'paragraphs',
    'The quick brown fox jumps over the lazy dog and then\nit sleeps in the sun until the evening comes.\nNothing more is to be said about it.',
  ],
  [
    'two columns of prose',
    'The quick brown fox jumps over a dog.    It sleeps in the sun until the evening.\nNothing more is to be said about it.     The cat is of another kind and it reads.\nThe end of the tale is near to us all.   They lived on and on for years and years.\nOnce upon a time there was a letter.     It was set in two columns like the papers.',
  ],
  ['labels with values', 'Number:      4711\nDate:        1 May'],
])('no table: %s', (_name, text) => {
  expect(gridsOf(text)).toEqual([]);
});

test('every filled cell of a plain grid comes back at its place', () => {
  const word = fc.stringMatching(/^[a-z]{2,8}$/);
  const grid = fc
    .tuple(fc.integer({ min: 3, max: 5 }), fc.integer({ min: 4, max: 12 }))
    .chain(([columns, rows]) =>
      fc.array(fc.array(word, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );
  fc.assert(
    fc.property(grid, (rows) => {
      const text = rows.map((row) => row.map((cell) => cell.padEnd(13)).join('')).join('\n');
      expect(gridsOf(text)).toEqual([rows]);
    }),
  );
});
