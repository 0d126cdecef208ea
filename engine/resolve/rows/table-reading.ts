import type { DocumentType } from '#core/domain/document-types';
import type { PrintedSums } from '../../candidates/printed-sums.ts';
import type { ItemTable, RowCell } from '../../candidates/table-row.ts';
import type { DecimalMark } from '../../normalise/amounts.ts';
import type { DayOrder } from '../../normalise/date-reading.ts';
import { findDates } from '../../normalise/dates.ts';
import { UNITS_PER_ONE, type Units } from '../../normalise/decimal.ts';
import type { Pace } from '../../pace.ts';
import { type AccountEnds, closesAccount, STATEMENTS } from './account-chain.ts';
import { isBalanceRow, signedMovements } from './movements.ts';
import { type CutRow, cutRows, type RowCut, type SumTargets } from './row-cut.ts';
import { readDateColumn } from './row-dates.ts';
import { chooseColumns, isProduct, type RowColumns, type RowNumbers, readNumbers } from './row-numbers.ts';
import { type BalanceVerdict, judgeByBalance } from './running-balance.ts';
import { taxIsAmount } from './tax-column.ts';

/** Header values used to read the rows. Amounts in units of a ten-thousandth. */
export interface LineItemContext extends AccountEnds {
  readonly documentType: DocumentType;
  /** The document's decimal mark; detected from the words if absent. */
  readonly mark?: DecimalMark;
  readonly subtotal?: Units;
  readonly tax?: Units;
  readonly total?: Units;
  /** Order of day and month in the document's dates, if known. */
  readonly dayOrder?: DayOrder;
  /** Year of the document's own date, for row dates without a year. */
  readonly year?: number;
}

/** A table with its numbers parsed and its items selected. */
export interface TableReading {
  readonly table: ItemTable;
  readonly columns: RowColumns;
  readonly numbers: readonly RowNumbers[];
  readonly cut: RowCut;
  /** Date cell of each row. */
  readonly dateCells: readonly (RowCell | undefined)[];
  /** ISO date of each row, if the table has a date column. */
  readonly dates: readonly (string | undefined)[];
  /** Name of the date cell. */
  readonly dateName: 'date' | 'service_date';
  /** Running-balance verdict for each row. */
  readonly balances: readonly BalanceVerdict[];
  /** The column headed by a tax name contains amounts, not rates. */
  readonly taxIsAmount: boolean;
  /** All rows together lead from the opening balance to the closing balance. */
  readonly chained: boolean;
  /** True if a printed sum was available for comparison. */
  readonly hadTarget: boolean;
}

/** Determines columns, numbers and items of one table. */
export async function readTable(
  table: ItemTable,
  context: LineItemContext,
  sums: PrintedSums,
  pace: Pace,
): Promise<TableReading> {
  const columns = await chooseColumns(table, pace);
  const printed = table.rows.map((row) => readNumbers(row, columns));
  await pace.spend(table.rows.length);
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
  const targets: SumTargets = {
    nets: sign([...netSums(context), ...sums.subtotals]),
    totals: sign(context.total === undefined ? [] : [context.total]),
    others: sign(sums.totals),
  };
  const cut = cutWithLate(rows, table, targets);
  await pace.spend(table.rows.length);
  const statement = STATEMENTS.has(context.documentType);
  const signed = statement ? signedMovements(table, columns, numbers, context) : numbers;
  const movements = context.documentType === 'card_statement' ? signed.map(asCardMovement) : signed;
  const dateCells = dateCellsOf(table, statement);
  const isMovement = (index: number) => {
    const row = table.rows[index];
    const dated = (dateCells[index]?.words.length ?? 0) > 0;
    // Card statements list the balance before as what is owed first.
    if (context.documentType !== 'bank_statement' || dated || row === undefined) return true;
    return !isBalanceRow(row, numbers[index], context);
  };
  return {
    table,
    columns,
    numbers: movements,
    balances: judgeByBalance(movements, context.opening),
    taxIsAmount: taxIsAmount(table, numbers),
    chained: closesAccount(
      movements.filter((_, index) => isMovement(index)),
      context,
      context.documentType,
    ),
    cut:
      statement || losesThousands(cut.sum, context)
        ? { ...cut, items: cut.items.filter(isMovement), sum: undefined, plain: false }
        : cut,
    dateCells,
    dates: readDateColumn(dateCells, context.dayOrder, context.year),
    dateName: statement ? 'date' : 'service_date',
    hadTarget: targets.nets.length + targets.totals.length > 0 && !statement,
  };
}

/** Every account movement has a date: on a statement, a date column belongs to the movements whatever its heading. */
function dateCellsOf({ columns, rows }: ItemTable, statement: boolean): readonly (RowCell | undefined)[] {
  const under = (at: number) => rows.map(({ cells }) => cells[at]);
  const headed = columns.findIndex(({ role }) => role === 'date');
  if (headed >= 0 || !statement) return under(headed);
  const holdsDays = (at: number) => {
    const days = under(at).filter(
      (cell) => findDates(cell?.words.map(({ text }) => text).join(' ') ?? '').length === 1,
    );
    return days.length >= MOST_ROWS * rows.length;
  };
  return under(columns.findIndex(({ role }, at) => role === 'other' && holdsDays(at)));
}

/** Minimum share of rows with a date for a date column. */
const MOST_ROWS = 0.8;

/** A sum that differs from the total by whole thousands was read from figures whose first group was cut off. */
function losesThousands(sum: Units | undefined, { total }: LineItemContext): boolean {
  return sum !== undefined && sum > 0 && total !== undefined && total > sum && (total - sum) % THOUSAND === 0;
}

const THOUSAND = 1000 * UNITS_PER_ONE;

/** A credit note may print its amounts as negative; credited amounts are reported as positive, as in EN 16931. */
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

/** A card statement prints spending as positive; as an account movement it is negative. */
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

function netSums({ subtotal, tax, total }: LineItemContext): readonly Units[] {
  const net = total !== undefined && tax !== undefined ? total - tax : undefined;
  return [subtotal, net].filter((value) => value !== undefined).filter((value) => value !== 0);
}

/** The net sum first, then the total. */
export function headerSums(context: LineItemContext): readonly Units[] {
  return context.total === undefined ? netSums(context) : [...netSums(context), context.total];
}

/**
 * Rows after a total are kept only if the sum matches with them and not without. They are the last rows of a table, so
 * the other indexes do not change.
 */
function cutWithLate(rows: readonly CutRow[], table: ItemTable, targets: SumTargets): RowCut {
  const early = rows.filter((_, index) => !table.rows[index]?.late);
  const first = cutRows(early, targets);
  if (early.length === rows.length || first.sum !== undefined) return first;
  const all = cutRows(rows, { ...targets, others: [] });
  return all.sum === undefined ? first : all;
}
