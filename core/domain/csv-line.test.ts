import { expect, test } from 'vitest';
import { csvLine } from './csv-line.ts';

test.each(['=1+1', '+1', '-1+1', '-A1', '-1,5', '@SUM(A1)', '\t=1', '\r=1'])('%j is never a formula', (value) => {
  expect(csvLine([value]).replace(/^"/, '').startsWith("'")).toBe(true);
});

test('quotes what would end a cell or a line; a number and nothing stay as they are', () => {
  expect(csvLine(['a,b', 'say "x"', 'two\nlines', null, -5, 'plain'])).toBe(
    '"a,b","say ""x""","two\nlines",,-5,plain\r\n',
  );
});

test.each(['-12.50', '-1', '0.10'])('the amount %j stays a number', (value) => {
  expect(csvLine([value])).toBe(`${value}\r\n`);
});
