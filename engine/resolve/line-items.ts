import type { DocumentType } from '#core/domain/document-types';
import type { Box, Check, Evidence, FieldState, FieldValue, LineItem } from '#core/domain/result';
import { majorityMark } from '../candidates/cell-number.ts';
import { findFreeRows } from '../candidates/free-rows.ts';
import {
  findItemTables,
  findPrintedSums,
  type ItemTable,
  type PrintedSums,
  type RowCell,
  type TableRow,
} from '../candidates/rows.ts';
import { type PageLayout, unionBox } from '../layout/lines.ts';
import type { HeadingRole } from '../layout/table-headings.data.ts';
import type { Word } from '../model.ts';
import { type DecimalMark, formatUnits } from '../normalise/amounts.ts';
import type { DayOrder } from '../normalise/dates.ts';
import { UNITS_PER_ONE, type Units } from '../normalise/decimal.ts';
import { type CutRow, cutRows, type RowCut } from './row-cut.ts';
import { readDateColumn } from './row-dates.ts';
import {
  type ChosenNumber,
  chooseColumns,
  isProduct,
  type RowColumns,
  type RowNumbers,
  readNumbers,
} from './row-numbers.ts';

/** What the header fields already tell about the rows. Amounts in units of a ten-thousandth. */
export interface LineItemContext {
  readonly documentType: DocumentType;
  /** The document's decimal mark; found from the words when absent. */
  readonly mark?: DecimalMark;
  readonly subtotal?: Units;
  readonly tax?: Units;
  readonly total?: Units;
  /** Order of day and month in the document's dates, when known. */
  readonly dayOrder?: DayOrder;
  /** Year of the document's own date, for rows whose dates have none. */
  readonly year?: number;
}

export interface ResolvedLineItems {
  readonly items: readonly LineItem[];
  readonly checks: readonly Check[];
}

/** Their rows are movements of an account; no sum of the document is the sum of its rows. */
const STATEMENTS: ReadonlySet<DocumentType> = new Set(['bank_statement', 'card_statement']);

export const SUM_CHECK = 'line_items_sum';
export const PRODUCT_CHECK = 'quantity_times_unit_price';

/** The document's item rows with evidence for each cell; empty when no table of items is found. */
export function resolveLineItems(layouts: readonly PageLayout[], context: LineItemContext): ResolvedLineItems {
  const words = layouts.flatMap((layout) => layout.page.words);
  const mark = context.mark ?? majorityMark(words);
  const sums = findPrintedSums(layouts, mark);
  const tables = findItemTables(layouts, mark).map((table) => readTable(table, context, sums));
  const best = bestTable(tables) ?? freeTable(layouts, mark, context, sums);
  return best === undefined ? { items: [], checks: [] } : toItems(best);
}

/**
 * Rows without headings. Receipts have none as a rule; on other documents lines that end in an amount are rows only
 * when they add up to the document's own sum.
 */
function freeTable(
  layouts: readonly PageLayout[],
  mark: DecimalMark,
  context: LineItemContext,
  sums: PrintedSums,
): TableReading | undefined {
  const table = findFreeRows(layouts, mark);
  const reading = table === undefined ? undefined : readTable(table, context, sums);
  if (reading === undefined || context.documentType === 'receipt') return reading;
  return reading.cut.sum !== undefined && reading.cut.items.length > 1 ? reading : undefined;
}

interface TableReading {
  readonly table: ItemTable;
  readonly columns: RowColumns;
  readonly numbers: readonly RowNumbers[];
  readonly cut: RowCut;
  /** ISO date of each row, where the table has a column of dates. */
  readonly dates: readonly (string | undefined)[];
  /** Name of the date's cell. */
  readonly dateName: 'date' | 'service_date';
  /** A printed sum was there to compare with. */
  readonly hadTarget: boolean;
}

function readTable(table: ItemTable, context: LineItemContext, sums: PrintedSums): TableReading {
  const columns = chooseColumns(table);
  const printed = table.rows.map((row) => readNumbers(row, columns));
  const credited = context.documentType === 'credit_note' && printed.every(isNegative);
  const numbers = credited ? printed.map(negated) : printed;
  const rows: CutRow[] = table.rows.map((row, index) => ({
    amount: numbers[index]?.amount?.value ?? 0,
    exact: exactAmount(numbers[index]),
    kind: row.kind,
    holds: numbers[index]?.holds ?? false,
    complete: numbers[index]?.quantity !== undefined || numbers[index]?.unitPrice !== undefined,
  }));
  const sign = (values: readonly Units[]) => (credited ? values.map((value) => Math.abs(value)) : values);
  const targets = sign([...headerSums(context), ...sums.subtotals]);
  const cut = cutRows(rows, targets, sign(sums.totals));
  const statement = STATEMENTS.has(context.documentType);
  const dateColumn = table.columns.findIndex((column) => column.role === 'date');
  const dateCells = table.rows.map((row) => row.cells[dateColumn]);
  return {
    table,
    columns,
    numbers: context.documentType === 'card_statement' ? numbers.map(asCardMovement) : numbers,
    cut: statement ? { ...cut, sum: undefined } : cut,
    dates: readDateColumn(dateCells, context.dayOrder, context.year),
    dateName: statement ? 'date' : 'service_date',
    hadTarget: targets.length > 0 && !statement,
  };
}

/**
 * A credit note may print its amounts as negative; what is credited is given as positive, as EN 16931 does for its
 * credit notes.
 */
function isNegative(numbers: RowNumbers): boolean {
  return numbers.amount === undefined || numbers.amount.value < 0;
}

function negated(numbers: RowNumbers): RowNumbers {
  const { amount, quantity, unitPrice } = numbers;
  if (amount === undefined) return numbers;
  const flipped = { ...amount, value: -amount.value };
  const positive = quantity !== undefined && unitPrice !== undefined && quantity.value > 0 && unitPrice.value > 0;
  const percents = [0, numbers.discount?.value ?? 0];
  const holds =
    positive && percents.some((percent) => isProduct(quantity.value, unitPrice.value, flipped.value, percent));
  return { ...numbers, amount: flipped, holds };
}

/** A card statement prints what was spent as positive; as a movement of the account it is negative. */
function asCardMovement(numbers: RowNumbers): RowNumbers {
  const { amount } = numbers;
  return amount === undefined ? numbers : { ...numbers, amount: { ...amount, value: -amount.value } };
}

function exactAmount(numbers: RowNumbers | undefined): number {
  if (numbers?.amount === undefined) return 0;
  const { quantity, unitPrice, amount, discount, holds } = numbers;
  if (!holds || discount !== undefined || quantity === undefined || unitPrice === undefined) return amount.value;
  return (quantity.value / UNITS_PER_ONE) * unitPrice.value;
}

/** The net sum first, then the total. */
function headerSums({ subtotal, tax, total }: LineItemContext): readonly Units[] {
  const net = total !== undefined && tax !== undefined ? total - tax : undefined;
  return [subtotal, net, total].filter((value) => value !== undefined).filter((value) => value !== 0);
}

/** The table whose rows prove most; of equal ones the one with more rows. */
function bestTable(tables: readonly TableReading[]): TableReading | undefined {
  const score = (reading: TableReading) => {
    const holding = reading.numbers.filter((numbers) => numbers.holds).length;
    const described = reading.table.rows.filter((row) => row.description.words.length > 0).length;
    return (reading.cut.sum === undefined ? 0 : 100) + 2 * holding + described + 0.1 * reading.cut.items.length;
  };
  return tables.toSorted((a, b) => score(b) - score(a))[0];
}

function toItems(reading: TableReading): ResolvedLineItems {
  const { cut, numbers } = reading;
  const items = cut.items.flatMap((index) => {
    const item = toItem(reading, index);
    return Object.keys(item).length > 0 ? [item] : [];
  });
  const checks: Check[] = [];
  if (cut.sum !== undefined) {
    const amounts = [...cut.items, ...cut.folded.keys()].flatMap((index) => {
      const amount = numbers[index]?.amount;
      return amount === undefined ? [] : [formatUnits(amount.value)];
    });
    checks.push({ rule: SUM_CHECK, ok: true, detail: `${abridge(amounts)} = ${formatUnits(cut.sum)}` });
  }
  const products = cut.items.flatMap((index) => {
    const row = numbers[index];
    if (!row?.holds || !row.quantity || !row.unitPrice || !row.amount) return [];
    const factors = `${trimZeros(formatUnits(row.quantity.value))} × ${formatUnits(row.unitPrice.value)}`;
    return [`${factors}${row.discount ? ` less ${row.discount.text}` : ''} = ${formatUnits(row.amount.value)}`];
  });
  const [first] = products;
  if (first !== undefined) {
    const more = products.length > 1 ? `, and ${products.length - 1} more of ${cut.items.length} rows` : '';
    checks.push({ rule: PRODUCT_CHECK, ok: true, detail: first + more });
  }
  return { items, checks };
}

/** A long sum is shown by its first and last terms. */
function abridge(amounts: readonly string[]): string {
  const SHOWN = 6;
  if (amounts.length <= SHOWN) return amounts.join(' + ');
  return [...amounts.slice(0, SHOWN - 2), `… (${amounts.length} rows) …`, ...amounts.slice(-1)].join(' + ');
}

function toItem(reading: TableReading, index: number): LineItem {
  const row = reading.table.rows[index];
  const numbers = reading.numbers[index];
  if (row === undefined || numbers === undefined) return {};
  const charges = [...reading.cut.folded].flatMap(([charge, item]) => (item === index ? [charge] : []));
  const state = stateOf(reading, numbers, charges.length > 0);
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
  const dateCell = cellOf(reading, row, 'date');
  const date = reading.dates[index];
  if (dateCell !== undefined && date !== undefined) {
    cells[reading.dateName] = { ...textValue(dateCell, state.text, 'column:date'), value: date };
  }
  text('description', row.description);
  text('product_code', cellOf(reading, row, 'product_code'));
  number('quantity', numbers.quantity, state.factors, (value) => trimZeros(formatUnits(value)));
  number('unit_price', numbers.unitPrice, numbers.discount ? state.text : state.factors);
  const amount = numbers.amount;
  if (amount !== undefined) {
    const folded = charges.flatMap((charge) => reading.numbers[charge]?.amount ?? []);
    number('amount', { ...amount, value: folded.reduce((sum, part) => sum + part.value, amount.value) }, state.amount);
  }
  const rate = percentOf(reading, row);
  number('tax_rate', rate, state.text, (value) => trimZeros(formatUnits(value)));
  return cells;
}

type CellState = Pick<FieldValue, 'state' | 'confidence' | 'checks'>;

const CONFIDENCE: Readonly<Record<FieldState, number>> = { proved: 0.99, supported: 0.92, needs_review: 0.55 };

/**
 * An amount is proved only when its own product holds and the whole table adds up to a printed sum without any row
 * having been left out. A quantity of one proves nothing about the quantity.
 */
function stateOf(reading: TableReading, numbers: RowNumbers, adjusted: boolean) {
  const { cut } = reading;
  const closes = cut.sum !== undefined;
  const single = numbers.quantity?.value === UNITS_PER_ONE;
  const alone = cut.items.length === 1;
  const proved = closes && cut.plain && numbers.holds && !adjusted && !(single && alone);
  const checks = [...(closes ? [SUM_CHECK] : []), ...(numbers.holds ? [PRODUCT_CHECK] : [])];
  const base: FieldState = closes || numbers.holds || !reading.hadTarget ? 'supported' : 'needs_review';
  const of = (state: FieldState, own: readonly string[]): CellState => ({
    state,
    confidence: state === 'supported' && own.length === 0 ? 0.85 : CONFIDENCE[state],
    checks: own,
  });
  return {
    amount: of(proved ? 'proved' : base, checks),
    factors: of(proved && !single ? 'proved' : base, numbers.holds ? [PRODUCT_CHECK] : []),
    text: of(base, []),
  };
}

function cellOf(reading: TableReading, row: TableRow, role: HeadingRole): RowCell | undefined {
  const at = reading.table.columns.findIndex((column) => column.role === role);
  return at < 0 ? undefined : row.cells[at];
}

function percentOf(reading: TableReading, row: TableRow): ChosenNumber | undefined {
  const at = reading.table.columns.findIndex((column) => column.role === 'tax_rate');
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

/** One box for each printed line. */
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

/** `5.00` as `5`, `2.50` as `2.5`: quantities and rates are no money. */
function trimZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}
