import { type LabelRole, rolesAtStart } from '../../candidates/labels.ts';
import type { ItemTable, TableRow } from '../../candidates/table-row.ts';
import type { Units } from '../../normalise/decimal.ts';
import type { AccountEnds } from './account-chain.ts';
import type { RowColumns, RowNumbers } from './row-numbers.ts';

/** Account movements: which rows of a statement are some, and with which sign. */

/** Marks behind an amount for money out and money in: German, English, Dutch. */
const OUT = /^(?:S|Soll|D|DR|DB|Dt|Af)$/i;
const IN = /^(?:H|Haben|C|CR|Cr|Bij)$/i;
/** Share of the rows that must carry a mark. */
const MOST_ROWS = 0.8;
/** Balances that agree with fewer movements may agree by chance. */
const LEAST_AGREEING = 2;
const BALANCE_ROLES: ReadonlySet<LabelRole> = new Set(['previous_balance', 'closing_balance']);

/** A row of the balance before or after the movements, without a day of its own, is none of them. */
export function isBalanceRow(
  row: TableRow,
  numbers: RowNumbers | undefined,
  { opening, closing }: AccountEnds,
): boolean {
  const text = row.description.words.map((word) => word.text).join(' ');
  if (!rolesAtStart(text).some((role) => BALANCE_ROLES.has(role))) return false;
  const amount = Math.abs(numbers?.amount?.value ?? 0);
  return amount === 0 || amount === Math.abs(opening ?? 0) || amount === Math.abs(closing ?? 0);
}

/** The signs that marks or the running balance give to amounts printed without one. */
export function signedMovements(
  table: ItemTable,
  columns: RowColumns,
  numbers: readonly RowNumbers[],
  { opening }: AccountEnds,
): readonly RowNumbers[] {
  return byMarks(table, columns, numbers) ?? byBalances(numbers, opening);
}

function byMarks(table: ItemTable, columns: RowColumns, numbers: readonly RowNumbers[]) {
  const { amount } = columns;
  if (amount === undefined) return undefined;
  const marks = table.rows.map((row, i) => {
    const words = row.cells.slice(amount, amount + 2).flatMap((cell) => cell?.words ?? []);
    const own = numbers[i]?.amount?.source;
    const glued = /\d\s?([A-Za-z]{1,5})$/.exec(own?.text ?? '')?.[1];
    const last = own?.words.at(-1);
    const next = last === undefined ? undefined : words[words.indexOf(last) + 1]?.text;
    return [glued, next].find((mark) => mark !== undefined && (OUT.test(mark) || IN.test(mark)));
  });
  const known = marks.filter((mark) => mark !== undefined);
  const all = numbers.filter((row) => row.amount !== undefined).length;
  if (known.length < MOST_ROWS * all || !known.some((mark) => OUT.test(mark))) return undefined;
  return numbers.map((row, i) => withSign(row, OUT.test(marks[i] ?? '') ? -1 : 1));
}

/** The difference of two balances is the movement between them, upwards or downwards. */
function byBalances(numbers: readonly RowNumbers[], opening: Units | undefined): readonly RowNumbers[] {
  if (numbers.some(({ amount }) => (amount?.value ?? 0) < 0)) return numbers;
  const signsFrom = (step: -1 | 1) =>
    numbers.map(({ amount, balance }, i) => {
      const isOldest = i === (step < 0 ? 0 : numbers.length - 1);
      const before = isOldest ? opening : numbers[i + step]?.balance;
      if (amount === undefined || balance === undefined || before === undefined) return 0;
      const moved = balance - before;
      return Math.abs(moved) === amount.value && moved !== 0 ? Math.sign(moved) : 0;
    });
  const count = (signs: readonly number[]) => signs.filter((sign) => sign !== 0).length;
  const [down, up] = [signsFrom(-1), signsFrom(1)];
  const best = count(up) > count(down) ? up : down;
  return count(best) < LEAST_AGREEING ? numbers : numbers.map((row, i) => withSign(row, best[i] === -1 ? -1 : 1));
}

function withSign(row: RowNumbers, sign: 1 | -1): RowNumbers {
  const { amount } = row;
  return amount === undefined ? row : { ...row, amount: { ...amount, value: sign * Math.abs(amount.value) } };
}
