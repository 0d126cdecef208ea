import type { Box, Evidence, FieldValue, LineItem, ReadState } from '#core/domain/result';
import type { RowCell, TableRow } from '../../candidates/table-row.ts';
import type { HeadingRole } from '../../languages/language.ts';
import { unionBox } from '../../layout/lines.ts';
import type { Word } from '../../model.ts';
import { formatUnits } from '../../normalise/amounts.ts';
import { UNITS_PER_ONE } from '../../normalise/decimal.ts';
import { withoutEnd } from '../../normalise/without-end.ts';
import { ACCOUNT_CHAIN } from './account-chain.ts';
import type { ChosenNumber, RowNumbers } from './row-numbers.ts';
import type { TableReading } from './table-reading.ts';

export const SUM_CHECK = 'line_items_sum';
export const PRODUCT_CHECK = 'quantity_times_unit_price';
export const BALANCE_CHECK = 'running_balance';

/**
 * Builds the line item of one row, each cell with its words and state; empty if the row has no cells. `charges` are the
 * rows folded into it.
 */
export function toItem(reading: TableReading, index: number, charges: readonly number[]): LineItem {
  const row = reading.table.rows[index];
  const numbers = reading.numbers[index];
  if (row === undefined || numbers === undefined) return {};
  const state = stateOf(reading, index, numbers, charges.length > 0);
  const cells: Record<string, FieldValue> = {};
  const text = (name: string, cell: RowCell | undefined) => {
    if (cell !== undefined && cell.words.length > 0) cells[name] = textValue(cell, state.text, `column:${name}`);
  };
  const number = (name: string, chosen: ChosenNumber | undefined, own: CellState, format = formatUnits) => {
    if (chosen === undefined) return;
    cells[name] = {
      value: format(chosen.value),
      ...own,
      evidence: evidenceOf({ page: row.page, words: chosen.source.words }),
      alternatives: [],
      rule: `column:${name}`,
    };
  };
  const dateCell = reading.dateCells[index];
  const date = reading.dates[index];
  if (dateCell !== undefined && date !== undefined) {
    cells[reading.dateName] = { ...textValue(dateCell, state.text, 'column:date'), value: date };
  }
  text('description', row.description);
  text('product_code', cellOf(reading, row, 'product_code'));
  number('quantity', numbers.quantity, state.factors, (value) => trimZeros(formatUnits(value)));
  text('unit', unitOf(reading, row, numbers));
  number('unit_price', numbers.unitPrice, numbers.discount ? state.text : state.factors);
  const amount = numbers.amount;
  if (amount !== undefined) {
    const folded = charges.flatMap((charge) => reading.numbers[charge]?.amount ?? []);
    const words = [amount, ...folded].flatMap((part) => part.source.words);
    const value = folded.reduce((sum, part) => sum + part.value, amount.value);
    number('amount', { value, source: { ...amount.source, words } }, state.amount);
  }
  const { balance, balanceSource } = numbers;
  if (balance !== undefined && balanceSource !== undefined) {
    number('balance', { value: balance, source: balanceSource }, state.balance);
  }
  const { discount } = numbers;
  if (discount !== undefined && discount.value !== 0) {
    cells['discount'] = {
      ...textValue({ page: row.page, words: discount.words }, state.text, 'column:discount'),
      value: discount.percent ? `${trimZeros(formatUnits(discount.value))}%` : formatUnits(discount.value),
    };
  }
  number('tax_amount', taxAmountOf(reading, row), state.text);
  const rate = percentOf(reading, row);
  number('tax_rate', rate, state.text, (value) => trimZeros(formatUnits(value)));
  return cells;
}

type CellState = Pick<FieldValue, 'state' | 'confidence' | 'checks'>;

const CONFIDENCE: Readonly<Record<ReadState, number>> = { proved: 0.99, supported: 0.92, needs_review: 0.55 };

/**
 * An amount is proved only in three cases: its own product holds and the whole table adds up to a printed sum with no
 * row dropped; the running balance confirms it; or all movements of an account lead from its opening to its closing
 * balance. A quantity of one proves nothing about the quantity, and no sum proves an amount of zero, since zero fits
 * every sum.
 */
function stateOf(reading: TableReading, index: number, numbers: RowNumbers, adjusted: boolean) {
  const { cut } = reading;
  const closes = cut.sum !== undefined;
  const single = numbers.quantity?.value === UNITS_PER_ONE;
  const alone = cut.items.length === 1;
  const zero = (numbers.amount?.value ?? 0) === 0;
  const proved = closes && cut.plain && numbers.holds && !adjusted && !(single && alone);
  const followed = reading.balances[index] === 'confirmed';
  const balanced = followed || (reading.chained && reading.balances[index] !== 'contradicted');
  const checks = [
    ...(followed ? [BALANCE_CHECK] : []),
    ...(reading.chained ? [ACCOUNT_CHAIN] : []),
    ...(closes ? [SUM_CHECK] : []),
    ...(numbers.holds ? [PRODUCT_CHECK] : []),
  ];
  const supported = balanced || closes || numbers.holds || !reading.hadTarget;
  const base: ReadState = supported && reading.balances[index] !== 'contradicted' ? 'supported' : 'needs_review';
  const of = (state: ReadState, own: readonly string[]): CellState => ({
    state,
    confidence:
      state === 'supported' ? supportedConfidence(closes || balanced, reading.hadTarget, own) : CONFIDENCE[state],
    checks: own,
  });
  return {
    amount: of((proved || balanced) && !zero ? 'proved' : base, checks),
    balance: of(followed ? 'proved' : base, followed ? [BALANCE_CHECK] : []),
    factors: of(proved && !single && !zero ? 'proved' : base, numbers.holds ? [PRODUCT_CHECK] : []),
    text: of(base, []),
  };
}

/** A table that misses the printed sum gets a lower confidence than one without a known sum. */
function supportedConfidence(closes: boolean, hadTarget: boolean, checks: readonly string[]): number {
  const UNCHECKED = 0.85;
  const NOT_CLOSING = 0.75;
  if (!closes && hadTarget) return NOT_CLOSING;
  return checks.length === 0 ? UNCHECKED : CONFIDENCE.supported;
}

function cellOf(reading: TableReading, row: TableRow, role: HeadingRole): RowCell | undefined {
  const at = reading.table.columns.findIndex((column) => column.role === role);
  return at < 0 ? undefined : row.cells[at];
}

/** The unit's own column, else the text after the number in the quantity's cell. */
function unitOf(reading: TableReading, row: TableRow, { quantity }: RowNumbers): RowCell | undefined {
  const at = reading.table.columns.findIndex((column) => column.role === 'unit');
  const own = at < 0 || at === reading.columns.quantity ? undefined : row.cells[at];
  if (own !== undefined && own.words.length > 0) return own;
  if (quantity === undefined || reading.columns.quantity === undefined) return undefined;
  const words = row.cells[reading.columns.quantity]?.words ?? [];
  const last = quantity.source.words.at(-1);
  const behind = last === undefined ? [] : words.slice(words.indexOf(last) + 1);
  const MAX_UNIT_WORDS = 2;
  const isUnit = behind.length <= MAX_UNIT_WORDS && behind.every((word) => /^\p{L}[\p{L}.²³()/]*$/u.test(word.text));
  return isUnit ? { page: row.page, words: behind } : undefined;
}

/** "Tax" and "VAT" can head rates as well as sums: they are sums if each is the same share of its row's amount. */
function taxAmountOf(reading: TableReading, row: TableRow): ChosenNumber | undefined {
  const own = reading.table.columns.findIndex((column) => column.role === 'tax_amount');
  const at = own < 0 && reading.taxIsAmount ? taxColumnOf(reading) : own;
  const source = at < 0 ? undefined : row.numbers[at]?.find((number) => !number.percent);
  return source === undefined ? undefined : { value: source.value, source };
}

function taxColumnOf({ table }: Pick<TableReading, 'table'>): number {
  return table.columns.findIndex((column) => column.role === 'tax_rate');
}

function percentOf(reading: TableReading, row: TableRow): ChosenNumber | undefined {
  const at = reading.taxIsAmount ? -1 : taxColumnOf(reading);
  const numbers = at < 0 ? [] : (row.numbers[at] ?? []);
  const source = numbers.find((number) => number.percent) ?? numbers[0];
  const HUNDRED_PERCENT = 100 * UNITS_PER_ONE;
  if (
    source === undefined ||
    source.value > HUNDRED_PERCENT ||
    (source.moneyLike && !source.percent && source.value % UNITS_PER_ONE !== 0)
  )
    return undefined;
  return { value: source.value, source };
}

function textValue(cell: RowCell, own: CellState, rule: string): FieldValue {
  const value = cell.words.map((word) => word.text).join(' ');
  return { value, ...own, evidence: evidenceOf(cell), alternatives: [], rule };
}

/** One box per printed line. */
function evidenceOf(cell: RowCell): readonly Evidence[] {
  const lines: Word[][] = [];
  for (const word of cell.words) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (
      line === undefined ||
      last === undefined ||
      word.box[1] > (last.box[1] + last.box[3]) / 2 ||
      word.box[0] < last.box[0]
    )
      lines.push([word]);
    else line.push(word);
  }
  return lines.map((words) => {
    const box: Box = unionBox(words.map((word) => word.box));
    return { page: cell.page, box, text: words.map((word) => word.text).join(' ') };
  });
}

/** `5.00` as `5`, `2.50` as `2.5`: for quantities and rates, which are not money. */
export function trimZeros(decimal: string): string {
  return decimal.includes('.') ? withoutEnd(withoutEnd(decimal, '0'), '.') : decimal;
}
