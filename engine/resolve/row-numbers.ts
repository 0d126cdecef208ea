import type { CellNumber } from '../candidates/cell-number.ts';
import type { ItemTable, TableRow } from '../candidates/table-row.ts';
import type { HeadingRole } from '../layout/table-headings.data.ts';
import { UNITS_PER_ONE, type Units } from '../normalise/decimal.ts';

/** Columns of a table by what they turned out to hold; values are column indexes. */
export interface RowColumns {
  readonly quantity: number | undefined;
  readonly unitPrice: number | undefined;
  readonly amount: number | undefined;
  readonly discount: number | undefined;
  /** Columns of account statements: money out, money in, balance behind the row. */
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
  /** The balance behind an account movement. */
  readonly balance?: Units;
  readonly balanceSource?: CellNumber;
  /** Quantity × price (less the discount) gives the amount. */
  readonly holds: boolean;
}

export interface ChosenNumber {
  readonly value: Units;
  readonly source: CellNumber;
}

/** Amounts are printed to the cent: half a cent of rounding on each side. */
const CENT = UNITS_PER_ONE / 100;
const MAX_PRODUCT = 9e15;

/** `quantity × price × (1 - percent)` to the cent equals the amount. */
export function isProduct(quantity: Units, price: Units, amount: Units, discountPercent = 0): boolean {
  const product = (quantity / UNITS_PER_ONE) * price * (1 - discountPercent / (100 * UNITS_PER_ONE));
  return Math.abs(product) < MAX_PRODUCT && Math.abs(product - amount) < CENT;
}

/**
 * Which column holds quantity, price and amount. Headings decide unless another reading of the columns makes
 * quantity × price = amount hold on more rows: `Amount` heads quantities as well as sums.
 */
export function chooseColumns(table: ItemTable): RowColumns {
  const indexes = (...roles: HeadingRole[]) =>
    roles.flatMap((role) => table.columns.flatMap((column, index) => (column.role === role ? [index] : [])));
  const discount = indexes('discount')[0];
  const amounts = indexes('amount').toReversed().concat(indexes('gross_amount'));
  const prices = indexes('unit_price').concat(indexes('amount'));
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
  let bestCount = countHolding(table.rows, best);
  for (const amount of amounts) {
    for (const unitPrice of prices) {
      for (const quantity of quantities) {
        if (amount === unitPrice || amount === quantity || quantity === unitPrice) continue;
        const candidate = { ...best, quantity, unitPrice, amount };
        const count = countHolding(table.rows, candidate);
        if (count > bestCount) {
          best = candidate;
          bestCount = count;
        }
      }
    }
  }
  return best;
}

/** Rows on which the product holds; a quantity of one says little, as price and amount are then the same print. */
function countHolding(rows: readonly TableRow[], columns: RowColumns): number {
  const WEAK = 0.4;
  return rows.reduce((sum, row) => {
    const numbers = readNumbers(row, columns);
    if (!numbers.holds) return sum;
    return sum + (numbers.quantity?.value === UNITS_PER_ONE ? WEAK : 1);
  }, 0);
}

/** Reads a row's numbers; of two readings of the same digits the one is taken that makes the product hold. */
export function readNumbers(row: TableRow, columns: RowColumns): RowNumbers {
  const at = (index: number | undefined) =>
    (index === undefined ? [] : (row.numbers[index] ?? [])).filter((number) => !number.percent);
  const discounts = columns.discount === undefined ? [] : (row.numbers[columns.discount] ?? []);
  const discount = discounts[0];
  const amount = at(columns.amount).at(-1);
  const balance = at(columns.balance).at(-1);
  const quantities = at(columns.quantity);
  const prices = at(columns.unitPrice);
  const percents = discount === undefined ? [0] : [0, discount.value];
  for (const a of readings(amount)) {
    for (const q of quantities.flatMap(readings)) {
      for (const p of prices.flatMap(readings)) {
        if (q.value === 0 || !percents.some((percent) => isProduct(q.value, p.value, a.value, percent))) continue;
        return { quantity: q, unitPrice: p, amount: a, ...(discount && { discount }), holds: true };
      }
    }
  }
  const [quantity] = readings(quantities[0]);
  const [unitPrice] = readings(prices[0]);
  const [plain] = readings(amount ?? transaction(at(columns.withdrawal).at(-1), at(columns.deposit).at(-1)));
  return {
    ...(quantity && { quantity }),
    ...(unitPrice && { unitPrice }),
    ...(plain && { amount: plain }),
    ...(discount && { discount }),
    ...(balance && { balance: balance.value, balanceSource: balance }),
    holds: false,
  };
}

/** Money out is negative, money in positive, however the columns print them. */
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
