import type { ItemTable } from '../../candidates/table-row.ts';
import { UNITS_PER_ONE, type Units } from '../../normalise/decimal.ts';
import type { RowNumbers } from './row-numbers.ts';

/** Amounts and taxes are printed to the cent. */
const CENT = UNITS_PER_ONE / 100;
/** Minimum number of rows with different amounts that share one rate. */
const MIN_ROWS = 2;
/** Sales tax rates are below this share of the net amount in every country. */
const MAX_RATE = 0.3;

/**
 * True if the values under a tax heading are the same share of each row's amount, to the cent, on rows with different
 * amounts: the column contains tax amounts. A column of rates repeats one value on rows whose amounts differ.
 */
export function taxIsAmount(table: ItemTable, rows: readonly RowNumbers[]): boolean {
  const at = table.columns.findIndex((column) => column.role === 'tax_rate');
  if (at < 0) return false;
  const pairs: { readonly amount: Units; readonly tax: Units }[] = [];
  for (const [index, row] of table.rows.entries()) {
    const [number, ...more] = row.numbers[at] ?? [];
    if (number === undefined) continue;
    const amount = rows[index]?.amount?.value;
    if (number.percent || more.length > 0 || amount === undefined || amount <= 0 || number.value <= 0) return false;
    pairs.push({ amount, tax: number.value });
  }
  const largest = pairs.toSorted((a, b) => b.amount - a.amount)[0];
  if (largest === undefined || new Set(pairs.map(({ amount }) => amount)).size < MIN_ROWS) return false;
  const rate = largest.tax / largest.amount;
  return rate <= MAX_RATE && pairs.every(({ amount, tax }) => Math.abs(amount * rate - tax) <= CENT);
}
