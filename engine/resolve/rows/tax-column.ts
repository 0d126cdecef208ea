import type { ItemTable } from '../../candidates/table-row.ts';
import { UNITS_PER_ONE, type Units } from '../../normalise/decimal.ts';
import type { RowNumbers } from './row-numbers.ts';

/** Amounts and taxes are printed to the cent. */
const CENT = UNITS_PER_ONE / 100;
/** Rows of different amounts that must share one rate. */
const MIN_ROWS = 2;
/** Taxes on sales lie below this share of the net amount everywhere. */
const MAX_RATE = 0.3;

/**
 * True when what stands under the heading of a tax is the same share of each row's amount, to the cent, on rows of
 * different amounts: sums of tax. A column of rates says the same of rows whose amounts differ.
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
