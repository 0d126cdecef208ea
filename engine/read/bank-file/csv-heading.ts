import { CSV_COLUMNS, CSV_HEADINGS, type CsvColumn } from './csv-columns.data.ts';

/** Letters of a heading examined. */
const MAX_HEADING = 60;

/** Lower case, no accents, words of letters and digits. */
export function folded(text: string): string {
  return text
    .slice(0, MAX_HEADING)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/[øØ]/g, 'o')
    .replaceAll(/[łŁ]/g, 'l')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+-]+/gu, ' ')
    .trim();
}

const COLUMNS: ReadonlyMap<string, CsvColumn> = new Map(
  CSV_COLUMNS.flatMap((column) => CSV_HEADINGS[column].split('|').map((word): [string, CsvColumn] => [word, column])),
);

/** The column of a heading, with a currency or a unit after it or not. */
function columnOf(heading: string): CsvColumn | undefined {
  const whole = folded(heading);
  const bare = folded(heading.split(/[([]/, 1)[0] ?? '');
  return (
    COLUMNS.get(whole) ??
    COLUMNS.get(bare) ??
    COLUMNS.get(bare.replace(/ (?:eur|usd|gbp|chf|pln|sek|nok|dkk|czk|huf)$/, ''))
  );
}

/** The place of each column; the first of a kind counts, texts are joined. */
export interface Heading {
  /** Index of the heading's record. */
  readonly record: number;
  readonly columns: ReadonlyMap<CsvColumn, readonly number[]>;
  readonly width: number;
}

/** Records examined for the heading: exports begin with a few lines about the account. */
const MAX_HEAD = 30;

/** The first record that names a date and an amount, and no column twice but texts. */
export function findHeading(records: readonly (readonly string[])[]): Heading | undefined {
  for (const [record, cells] of records.slice(0, MAX_HEAD).entries()) {
    const columns = new Map<CsvColumn, number[]>();
    for (const [index, cell] of cells.entries()) {
      const column = columnOf(cell);
      if (column !== undefined) columns.set(column, [...(columns.get(column) ?? []), index]);
    }
    const hasDate = columns.has('booked') || columns.has('date') || columns.has('valued');
    const hasAmount = columns.has('amount') || (columns.has('debit') && columns.has('credit'));
    if (hasDate && hasAmount) return { record, columns, width: cells.length };
  }
  return undefined;
}
