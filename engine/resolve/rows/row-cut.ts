import { UNITS_PER_ONE, type Units } from '../../normalise/decimal.ts';

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

/** Printed sums the rows may add up to. */
export interface SumTargets {
  /** Sums of rows: the net sum, subtotals. */
  readonly nets: readonly Units[];
  /** Totals of the document. */
  readonly totals: readonly Units[];
  /** Further amounts on lines labelled as sums; too many to search for rows that fit them. */
  readonly others: readonly Units[];
}

/**
 * Which rows are the items: those that add up to a printed sum. Rows leave only when they are weaker than the rest
 * (no quantity, no price, no product) and only one choice of them closes the sum.
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
    // Items and a tax row below them close the total; without the tax row they close the net sum.
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

/** Rows behind the last item are the likeliest not to be items: the shortest weak tail whose loss closes the sum. */
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
