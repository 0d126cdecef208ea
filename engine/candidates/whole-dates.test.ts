import { expect, test } from 'vitest';
import { buildLines } from '../layout/lines.ts';
import type { Column } from '../layout/table-cells.ts';
import { documentFromText } from '../testing/document-from-text.ts';
import { withWholeDate } from './whole-dates.ts';

const COLUMNS: readonly Column[] = [
  { role: 'date', text: 'Dato', box: [0, 0, 20, 10], from: -Infinity, to: 100 },
  { role: 'description', text: 'Tekst', box: [100, 0, 120, 10], from: 100, to: Infinity },
];

function cells(date: string, description: string): readonly string[] {
  const [line] = documentFromText(`${date} ${description}`).pages.flatMap((page) => buildLines(page).lines);
  if (line === undefined) throw new Error('a line of text has words');
  const words = line.segments.flatMap((segment) => segment.words);
  const count = date.split(' ').length;
  const cut = withWholeDate({ line, cells: [words.slice(0, count), words.slice(count)] }, COLUMNS);
  return cut.cells.map((cell) => cell.map(({ text }) => text).join(' '));
}

test.each([
  ['13. desember', '2022 Toner svart', '13. desember 2022', 'Toner svart'],
  ['13 de diciembre', 'de 2020 Guantes T9', '13 de diciembre de 2020', 'Guantes T9'],
])('the year that completes "%s" goes to it', (date, description, whole, rest) => {
  expect(cells(date, description)).toEqual([whole, rest]);
});

test.each([
  ['13. desember 2022', '2022 Kalender'],
  ['13.12.', 'Papir 2022'],
  ['Uke 3', '2022 Kalender'],
])('"%s" keeps its words and "%s" its own', (date, description) => {
  expect(cells(date, description)).toEqual([date, description]);
});
