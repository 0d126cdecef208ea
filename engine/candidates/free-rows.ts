import type { HeadingRole } from '../languages/language.ts';
import type { Line, PageLayout } from '../layout/lines.ts';
import type { Column } from '../layout/table-cells.ts';
import type { Word } from '../model.ts';
import type { DecimalMark } from '../normalise/amounts.ts';
import { UNITS_PER_ONE } from '../normalise/decimal.ts';
import type { Pace } from '../pace.ts';
import { type CellNumber, cellNumbers } from './cell-number.ts';
import { receiptRowLabel } from './row-label.ts';
import type { ItemTable, TableRow } from './table-row.ts';

/**
 * Finds the rows of receipts and other documents without column headings: lines that end in an amount, above the first
 * line labelled as a sum. `2 x 3.50`, `3 @ 1.20` and a leading count are read as quantity and price.
 */

const ROLES = ['quantity', 'description', 'unit_price', 'amount'] as const satisfies readonly HeadingRole[];
/** A tax rate code may follow the amount: a letter or two, or a digit. */
const TAIL = /^(?:[A-Z*#]{1,3}|\d|%)$/;
const TIMES = /^(?:x|X|×|@|à|a)$/;
const MAX_TAIL_WORDS = 2;
const MAX_COUNT = 999;

/** The table of such rows; undefined if there are none. */
export async function findFreeRows(
  layouts: readonly PageLayout[],
  mark: DecimalMark,
  pace: Pace,
): Promise<ItemTable | undefined> {
  const rows: TableRow[] = [];
  let textAbove: Line | undefined;
  for (const line of layouts.flatMap((layout) => layout.lines)) {
    const words = line.segments.flatMap((segment) => segment.words);
    await pace.spend(words.length);
    const amount = amountAtEnd(words, mark);
    const label = receiptRowLabel(words.map((word) => word.text).join(' '));
    if (label === 'total' || label === 'subtotal') {
      if (amount !== undefined && rows.length > 0) break;
      textAbove = undefined;
      continue;
    }
    if (amount === undefined) {
      const price = countAndPrice(words, mark);
      const last = rows.at(-1);
      if (price !== undefined && last !== undefined && last.numbers[0]?.length === 0)
        rows[rows.length - 1] = withPrice(last, price);
      textAbove = words.some((word) => /\p{L}{2}/u.test(word.text)) && price === undefined ? line : undefined;
      continue;
    }
    const row = toRow(line, words, amount, mark, textAbove, label === 'charge' ? 'charge' : 'item');
    if (row !== undefined) rows.push(row);
    textAbove = undefined;
  }
  return rows.length === 0 ? undefined : { columns: ROLES.map(toColumn), rows };
}

function toColumn(role: HeadingRole): Column {
  return { role, text: '', box: [0, 0, 0, 0], from: 0, to: 0 };
}

/** The amount at the end of a line. */
function amountAtEnd(words: readonly Word[], mark: DecimalMark): CellNumber | undefined {
  let end = words.length - 1;
  while (end > 0 && words.length - end <= MAX_TAIL_WORDS && TAIL.test(words[end]?.text ?? '')) end -= 1;
  const number = cellNumbers(words.slice(0, end + 1), mark).at(-1);
  return number?.moneyLike && !number.percent && number.words.at(-1) === words[end] ? number : undefined;
}

function toRow(
  line: Line,
  words: readonly Word[],
  amount: CellNumber,
  mark: DecimalMark,
  above: Line | undefined,
  kind: TableRow['kind'],
): TableRow | undefined {
  const before = words.slice(0, amount.words[0] === undefined ? words.length : words.indexOf(amount.words[0]));
  const page = line.segments[0]?.page ?? 1;
  const factors = countAndPrice(before, mark);
  const used = new Set(
    [factors?.quantity, factors?.price].flatMap((part) => part?.words ?? []).map((word) => word.box),
  );
  const own = before.filter((word) => !used.has(word.box) && !TIMES.test(word.text));
  const described = own.some((word) => /\p{L}{2}/u.test(word.text));
  const text = described ? own : (above?.segments.flatMap((segment) => segment.words) ?? []);
  if (!text.some((word) => /\p{L}/u.test(word.text))) return undefined;
  const quantity = factors?.quantity === undefined ? [] : [factors.quantity];
  const price = factors?.price === undefined ? [] : [factors.price];
  return {
    page,
    line: line.index,
    kind,
    late: false,
    cells: ROLES.map(() => ({ page, words: [] })),
    numbers: [quantity, [], price, [amount]],
    description: { page, words: text },
  };
}

interface Factors {
  readonly quantity?: CellNumber;
  readonly price?: CellNumber;
}

/** Reads count and price among the words before the amount: `2 x 3.50`, `3 @ 1.20`, `2 Coffee`, `Coffee 2 3.50`. */
function countAndPrice(words: readonly Word[], mark: DecimalMark): Factors | undefined {
  const numbers = cellNumbers(words.map(withoutTimes), mark).filter((number) => !number.percent);
  const price = numbers.findLast((number) => number.moneyLike);
  const counts = numbers.filter((number) => !number.moneyLike && isCount(number));
  const first = words[0];
  const leading = counts.find((number) => number.words[0]?.box === first?.box);
  const beside = counts.findLast((number) => price !== undefined && number.words[0]?.box[0] !== price.words[0]?.box[0]);
  const quantity = leading ?? (price === undefined ? undefined : beside);
  if (quantity === undefined && price === undefined) return undefined;
  return { ...(quantity && { quantity }), ...(price && { price }) };
}

/** `2x` and `x2` are counts. */
function withoutTimes(word: Word): Word {
  const count = /^(?:[xX×](\d{1,3})|(\d{1,3})[xX×])$/.exec(word.text);
  const digits = count?.[1] ?? count?.[2];
  return digits === undefined ? word : { ...word, text: digits };
}

function isCount(number: CellNumber): boolean {
  return number.value > 0 && number.value <= MAX_COUNT * UNITS_PER_ONE;
}

function withPrice(row: TableRow, factors: Factors): TableRow {
  const [, description, , amount] = row.numbers;
  return {
    ...row,
    numbers: [
      factors.quantity === undefined ? [] : [factors.quantity],
      description ?? [],
      factors.price === undefined ? [] : [factors.price],
      amount ?? [],
    ],
  };
}
