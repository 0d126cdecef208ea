import { UNITS_PER_ONE, type Units } from '../../normalise/decimal.ts';

/** Facts about one row that the cut needs. */
export interface CutRow {
  readonly amount: Units;
  /** Quantity × price before rounding to the cent; the amount itself if the product does not match. */
  readonly exact: number;
  readonly kind: 'item' | 'charge';
  /** Whether quantity × price = amount. */
  readonly holds: boolean;
  /** Has its own quantity or price. */
  readonly complete: boolean;
}

export interface RowCut {
  /** Indexes of the rows that are items, in order. */
  readonly items: readonly number[];
  /** Maps the row index of a charge to that of its item. */
  readonly folded: ReadonlyMap<number, number>;
  /** The printed sum of the items; undefined if there is none. */
  readonly sum: Units | undefined;
  /** Charges on the whole document that are part of the sum but are not items. */
  readonly charges: readonly number[];
  /** True if the products add up only before rounding. */
  readonly rounded: boolean;
  /** True if no row had to be dropped to reach the sum. */
  readonly plain: boolean;
}

/** Subsets are searched only up to this many doubtful rows: more would yield sums by chance. */
const MAX_DOUBTFUL = 6;
const CENT = UNITS_PER_ONE / 100;

const PLAIN = { plain: true, rounded: false, charges: [] } as const;

/** Printed sums that the rows may add up to. */
export interface SumTargets {
  /** Sums of rows: the net total, subtotals. */
  readonly nets: readonly Units[];
  /** Totals of the document. */
  readonly totals: readonly Units[];
  /** Other amounts on lines labelled as sums; too many for a subset search. */
  readonly others: readonly Units[];
}

/**
 * Selects the rows that are items: those that add up to a printed sum. Rows are dropped only if they are weaker than
 * the rest (no quantity, no price, no product) and only one choice of them yields the sum.
 */
export function cutRows(rows: readonly CutRow[], targets: SumTargets): RowCut {
  const all = rows.flatMap((row, index) => (row.kind === 'item' ? [index] : []));
  const none = new Map<number, number>();
  const sumOf = (indexes: readonly number[]) => indexes.reduce((sum, index) => sum + (rows[index]?.amount ?? 0), 0);
  const isIn = (list: readonly Units[], sum: Units) => (sum !== 0 && list.includes(sum) ? sum : undefined);
  const isTarget = (sum: Units) => isIn(targets.nets, sum) ?? isIn(targets.totals, sum);
  const closing = (sum: Units) => isTarget(sum) ?? isIn(targets.others, sum);

  const plainSum = closing(sumOf(all));
  if (plainSum !== undefined) {
    // Items plus a tax row below them give the total; without the tax row they give the net sum.
    const taxed = isIn(targets.nets, plainSum) === undefined;
    const untaxed = taxed ? dropTail(rows, all, (sum) => isIn(targets.nets, sum), sumOf) : undefined;
    return untaxed ?? { items: all, folded: none, sum: plainSum, ...PLAIN };
  }

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

/** A charge directly below an item is that item's own discount or surcharge. */
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

type Closing = (sum: Units) => Units | undefined;
type SumOf = (indexes: readonly number[]) => Units;

function weakRows(rows: readonly CutRow[], all: readonly number[]): readonly number[] {
  const strong = all.some((index) => rows[index]?.complete);
  return all.filter((index) => !rows[index]?.holds && (!strong || !rows[index]?.complete));
}

function without(
  all: readonly number[],
  dropped: readonly number[],
  closing: Closing,
  sumOf: SumOf,
): RowCut | undefined {
  const items = all.filter((index) => !dropped.includes(index));
  const sum = items.length === 0 ? undefined : closing(sumOf(items));
  return sum === undefined ? undefined : { items, folded: new Map(), sum, ...PLAIN, plain: false };
}

/**
 * Rows at the end are the most likely not to be items: drops the shortest weak tail without which the sum is reached.
 */
function dropTail(rows: readonly CutRow[], all: readonly number[], closing: Closing, sumOf: SumOf): RowCut | undefined {
  const weak = new Set(weakRows(rows, all));
  let rest = sumOf(all);
  for (let end = all.length - 1; end > 0; end--) {
    const last = all[end];
    if (last === undefined || !weak.has(last)) return undefined;
    rest -= rows[last]?.amount ?? 0;
    const sum = closing(rest);
    if (sum !== undefined) return { items: all.slice(0, end), folded: new Map(), sum, ...PLAIN, plain: false };
  }
  return undefined;
}

function dropWeak(rows: readonly CutRow[], all: readonly number[], closing: Closing, sumOf: SumOf): RowCut | undefined {
  const tail = dropTail(rows, all, closing, sumOf);
  const weak = weakRows(rows, all);
  if (tail !== undefined || weak.length > MAX_DOUBTFUL) return tail;
  const found: RowCut[] = [];
  for (let mask = 1; mask < 2 ** weak.length; mask++) {
    const cut = without(
      all,
      weak.filter((_, bit) => (mask >> bit) & 1),
      closing,
      sumOf,
    );
    if (cut !== undefined) found.push(cut);
  }
  return found.length === 1 ? found[0] : undefined;
}
