import { UNITS_PER_ONE, type Units } from '../normalise/decimal.ts';

/** What the cut needs to know of one row. */
export interface CutRow {
  readonly amount: Units;
  /** Quantity × price before rounding to the cent; the amount itself when the product does not hold. */
  readonly exact: number;
  readonly kind: 'item' | 'charge';
  /** Quantity × price = amount holds on the row. */
  readonly holds: boolean;
  /** Has a quantity or a price of its own. */
  readonly complete: boolean;
}

export interface RowCut {
  /** Indexes of the rows that are items, in order. */
  readonly items: readonly number[];
  /** Row index of a charge → row index of the item it belongs to. */
  readonly folded: ReadonlyMap<number, number>;
  /** The printed sum the items add up to; undefined when they add up to none. */
  readonly sum: Units | undefined;
  /** Charges of the whole document that are part of the sum; no items. */
  readonly charges: readonly number[];
  /** The products add up before rounding only. */
  readonly rounded: boolean;
  /** Every item row was taken as it stands: no row had to go for the sum to close. */
  readonly plain: boolean;
}

/** Subsets are searched only while this few rows are doubtful: more would find sums by chance. */
const MAX_DOUBTFUL = 6;
const CENT = UNITS_PER_ONE / 100;

const PLAIN = { plain: true, rounded: false, charges: [] } as const;

/**
 * Which rows are the items: those that add up to a printed sum. Rows leave only when they are weaker than the rest
 * (no quantity, no price, no product) and only one choice of them closes the sum.
 *
 * @param targets amounts that say what the rows add up to (net sum, total), strongest first
 * @param others further labelled sums; too many to search for rows that fit them
 */
export function cutRows(rows: readonly CutRow[], targets: readonly Units[], others: readonly Units[]): RowCut {
  const all = rows.flatMap((row, index) => (row.kind === 'item' ? [index] : []));
  const none = new Map<number, number>();
  const sumOf = (indexes: readonly number[]) => indexes.reduce((sum, index) => sum + (rows[index]?.amount ?? 0), 0);
  const isTarget = (sum: Units) => (sum !== 0 && targets.includes(sum) ? sum : undefined);
  const closing = (sum: Units) => isTarget(sum) ?? (sum !== 0 && others.includes(sum) ? sum : undefined);

  const plainSum = closing(sumOf(all));
  if (plainSum !== undefined) return { items: all, folded: none, sum: plainSum, ...PLAIN };

  // Some issuers round the sum, not the rows.
  const exact = all.reduce((sum, index) => sum + (rows[index]?.exact ?? 0), 0);
  const rounded = closing(Math.round(exact / CENT) * CENT);
  if (rounded !== undefined) return { items: all, folded: none, sum: rounded, ...PLAIN, rounded: true };

  const folded = foldCharges(rows);
  const charges = rows.flatMap((row, index) => (row.kind === 'charge' ? [index] : []));
  const sumFolded = folded.size === 0 ? undefined : closing(sumOf(all) + sumOf([...folded.keys()]));
  const sumWithCharges = charges.length === 0 ? undefined : closing(sumOf(all) + sumOf(charges));
  if (sumFolded !== undefined) return { items: all, folded, sum: sumFolded, ...PLAIN };
  if (sumWithCharges !== undefined) {
    const open = charges.filter((index) => !folded.has(index));
    return { items: all, folded, sum: sumWithCharges, ...PLAIN, charges: open };
  }
  return dropWeak(rows, all, isTarget, sumOf) ?? { items: all, folded: none, sum: undefined, ...PLAIN };
}

/** A charge right below an item, before the next one, is that item's own discount or surcharge. */
function foldCharges(rows: readonly CutRow[]): ReadonlyMap<number, number> {
  const folded = new Map<number, number>();
  const lastItem = rows.findLastIndex((row) => row.kind === 'item');
  let item: number | undefined;
  rows.forEach((row, index) => {
    if (row.kind === 'item') item = index;
    else if (item !== undefined && index < lastItem) folded.set(index, item);
  });
  return folded;
}

function dropWeak(
  rows: readonly CutRow[],
  all: readonly number[],
  closing: (sum: Units) => Units | undefined,
  sumOf: (indexes: readonly number[]) => Units,
): RowCut | undefined {
  const strong = all.some((index) => rows[index]?.complete);
  const weak = all.filter((index) => !rows[index]?.holds && (!strong || !rows[index]?.complete));
  const found: RowCut[] = [];
  const tryWithout = (dropped: ReadonlySet<number>) => {
    const items = all.filter((index) => !dropped.has(index));
    const sum = items.length === 0 ? undefined : closing(sumOf(items));
    if (sum !== undefined) found.push({ items, folded: new Map(), sum, ...PLAIN, plain: false });
  };
  // Rows behind the last item are the likeliest not to be items.
  for (let end = all.length - 1; end > 0 && found.length === 0; end--) {
    const tail = all.slice(end);
    if (!tail.every((index) => weak.includes(index))) break;
    tryWithout(new Set(tail));
  }
  if (found.length === 0 && weak.length <= MAX_DOUBTFUL) {
    for (let mask = 1; mask < 2 ** weak.length; mask++) {
      tryWithout(new Set(weak.filter((_, bit) => (mask >> bit) & 1)));
    }
  }
  return found.length === 1 ? found[0] : undefined;
}
