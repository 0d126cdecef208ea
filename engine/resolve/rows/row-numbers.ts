import type { CellNumber } from '../../candidates/cell-number.ts';
import type { ItemTable, TableRow } from '../../candidates/table-row.ts';
import type { HeadingRole } from '../../languages/language.ts';
import { UNITS_PER_ONE, type Units } from '../../normalise/decimal.ts';
import type { Pace } from '../../pace.ts';

/** Column indexes by content. */
export interface RowColumns {
  readonly quantity: number | undefined;
  readonly unitPrice: number | undefined;
  readonly amount: number | undefined;
  readonly discount: number | undefined;
  /** Columns of account statements: money out, money in, balance after the row. */
  readonly withdrawal: number | undefined;
  readonly deposit: number | undefined;
  readonly balance: number | undefined;
}

/** A row's numbers once the columns are known. */
export interface RowNumbers {
  readonly quantity?: ChosenNumber;
  readonly unitPrice?: ChosenNumber;
  readonly amount?: ChosenNumber;
  readonly discount?: CellNumber;
  /** The balance after an account movement. */
  readonly balance?: Units;
  readonly balanceSource?: CellNumber;
  /** Whether quantity × price (less the discount) gives the amount. */
  readonly holds: boolean;
}

export interface ChosenNumber {
  readonly value: Units;
  readonly source: CellNumber;
}

/** Amounts are printed to the cent: half a cent of rounding on each side. */
const CENT = UNITS_PER_ONE / 100;
const MAX_PRODUCT = 9e15;

/** True if `quantity × price × (1 - percent)`, rounded to the cent, equals the amount. */
export function isProduct(quantity: Units, price: Units, amount: Units, discountPercent = 0): boolean {
  const product = (quantity / UNITS_PER_ONE) * price * (1 - discountPercent / (100 * UNITS_PER_ONE));
  return Math.abs(product) < MAX_PRODUCT && Math.abs(product - amount) < CENT;
}

/**
 * Chooses the columns of quantity, price and amount. Headings decide unless another assignment makes quantity × price =
 * amount hold on more rows: `Amount` can head quantities as well as sums.
 */
export async function chooseColumns(table: ItemTable, pace: Pace): Promise<RowColumns> {
  const indexes = (...roles: HeadingRole[]) =>
    roles.flatMap((role) => table.columns.flatMap((column, index) => (column.role === role ? [index] : [])));
  const discount = indexes('discount')[0];
  const amounts = indexes('amount').toReversed().concat(indexes('gross_amount'));
  const prices = indexes('unit_price').concat(indexes('amount'), indexes('other'));
  const named = new Set(indexes('quantity', 'unit', 'unit_price'));
  const quantities = indexes('quantity').concat(indexes('amount'), indexes('unit'), indexes('other'));
  let best: RowColumns = {
    quantity: indexes('quantity')[0] ?? (amounts.length > 1 ? undefined : indexes('unit')[0]),
    unitPrice: indexes('unit_price')[0],
    amount: amounts[0],
    discount,
    withdrawal: indexes('withdrawal')[0],
    deposit: indexes('deposit')[0],
    balance: indexes('balance')[0],
  };
  let bestCount = await countHolding(table.rows, best, pace);
  for (const amount of amounts) {
    for (const unitPrice of prices) {
      for (const quantity of quantities) {
        if (amount === unitPrice || amount === quantity || quantity === unitPrice) continue;
        // Quantity and price are interchangeable in a product: a heading must identify at least one of them.
        if (!named.has(quantity) && !named.has(unitPrice)) continue;
        const candidate = { ...best, quantity, unitPrice, amount };
        const count = await countHolding(table.rows, candidate, pace);
        if (count > bestCount) {
          best = candidate;
          bestCount = count;
        }
      }
    }
  }
  return best;
}

/**
 * Number of rows on which the product holds; a quantity of one is weak evidence, as price and amount are then equal.
 */
async function countHolding(rows: readonly TableRow[], columns: RowColumns, pace: Pace): Promise<number> {
  const WEAK = 0.4;
  const empty = [columns.amount, columns.unitPrice, columns.quantity].includes(undefined);
  if (empty) return 0;
  let count = 0;
  for (const row of rows) {
    await pace.spend(1);
    const product = findProduct(row, columns);
    if (product !== undefined) count += product.quantity.value === UNITS_PER_ONE ? WEAK : 1;
  }
  return count;
}

/** Finds the amount, quantity and price of a row for which quantity × price (less the discount) gives the amount. */
function findProduct(row: TableRow, columns: RowColumns) {
  const amounts = readings(numbersAt(row, columns.amount).at(-1));
  if (amounts.length === 0) return undefined;
  const prices = numbersAt(row, columns.unitPrice).flatMap(readings);
  if (prices.length === 0) return undefined;
  const quantities = numbersAt(row, columns.quantity).flatMap(readings);
  const discount = discountOf(row, columns);
  const percents = discount === undefined ? [0] : [0, discount.value];
  for (const amount of amounts) {
    for (const quantity of quantities) {
      for (const unitPrice of prices) {
        if (quantity.value === 0) continue;
        if (percents.some((percent) => isProduct(quantity.value, unitPrice.value, amount.value, percent)))
          return { quantity, unitPrice, amount };
      }
    }
  }
  return undefined;
}

function numbersAt(row: TableRow, column: number | undefined): readonly CellNumber[] {
  return (column === undefined ? [] : (row.numbers[column] ?? [])).filter((number) => !number.percent);
}

function discountOf(row: TableRow, { discount }: RowColumns): CellNumber | undefined {
  return discount === undefined ? undefined : row.numbers[discount]?.[0];
}

/** Reads a row's numbers; of two readings of the same digits, takes the one for which the product holds. */
export function readNumbers(row: TableRow, columns: RowColumns): RowNumbers {
  const discount = discountOf(row, columns);
  const product = findProduct(row, columns);
  if (product !== undefined) return { ...product, ...(discount && { discount }), holds: true };
  const last = (column: number | undefined) => numbersAt(row, column).at(-1);
  const balance = last(columns.balance);
  const [quantity] = readings(numbersAt(row, columns.quantity)[0]);
  const [unitPrice] = readings(numbersAt(row, columns.unitPrice)[0]);
  const [plain] = readings(last(columns.amount) ?? transaction(last(columns.withdrawal), last(columns.deposit)));
  return {
    ...(quantity && { quantity }),
    ...(unitPrice && { unitPrice }),
    ...(plain && { amount: plain }),
    ...(discount && { discount }),
    ...(balance && { balance: balance.value, balanceSource: balance }),
    holds: false,
  };
}

/** Money out is negative, money in positive, regardless of the printed signs. */
function transaction(out: CellNumber | undefined, into: CellNumber | undefined): CellNumber | undefined {
  if (into !== undefined && into.value !== 0) return into;
  return out === undefined
    ? undefined
    : { words: out.words, text: out.text, percent: false, moneyLike: true, value: -Math.abs(out.value) };
}

function readings(number: CellNumber | undefined): ChosenNumber[] {
  if (number === undefined) return [];
  const first = { value: number.value, source: number };
  return number.other === undefined ? [first] : [first, { value: number.other, source: number }];
}
