import type { Check, LineItem } from '#core/domain/result';
import { majorityMark } from '../../candidates/cell-number.ts';
import { findFreeRows } from '../../candidates/free-rows.ts';
import { findPrintedSums, type PrintedSums } from '../../candidates/printed-sums.ts';
import { findItemTables } from '../../candidates/rows.ts';
import { buildLines, type PageLayout } from '../../layout/lines.ts';
import type { Word } from '../../model.ts';
import { type DecimalMark, formatUnits } from '../../normalise/amounts.ts';
import { UNITS_PER_ONE, type Units } from '../../normalise/decimal.ts';
import type { Pace } from '../../pace.ts';
import { accountChainCheck } from './account-chain.ts';
import { BALANCE_CHECK, PRODUCT_CHECK, SUM_CHECK, toItem, trimZeros } from './row-values.ts';
import { newestRow } from './running-balance.ts';
import { headerSums, type LineItemContext, readTable, type TableReading } from './table-reading.ts';

export type { LineItemContext } from './table-reading.ts';

export interface ResolvedLineItems {
  readonly items: readonly LineItem[];
  readonly checks: readonly Check[];
  /**
   * Sum of the rows of a table with headings, only if no row was dropped to reach a printed sum. Lines without headings
   * become rows because of their sum, so it proves nothing.
   */
  readonly rowSum?: Units;
  /** All rows of an account statement lead from its opening to its closing balance, none dropped. */
  readonly chained?: true;
  /** The balance after the newest movement, if the running balance confirms the movements. */
  readonly lastBalance?: LastBalance;
}

export interface LastBalance {
  readonly value: Units;
  readonly page: number;
  readonly words: readonly Word[];
  /** The balances of all rows. */
  readonly all: readonly Units[];
}

/** The document's item rows with evidence for each cell; empty when no table of items is found. */
export async function resolveLineItems(
  pages: readonly PageLayout[],
  context: LineItemContext,
  pace: Pace,
): Promise<ResolvedLineItems> {
  const { readings, headed } = await chooseTables(pages, context, pace);
  const items: LineItem[] = [];
  for (const reading of readings) {
    const chargesOf = chargesByItem(reading);
    for (const index of reading.cut.items) {
      const item = toItem(reading, index, chargesOf.get(index) ?? []);
      if (Object.keys(item).length > 0) items.push(item);
      await pace.spend(WORDS_PER_ROW);
    }
  }
  if (isNoise(items, pages)) return { items: [], checks: [] };
  const rowSum = headed ? independentSum(readings) : undefined;
  const chained = headed && readings.length === 1 && readings.every((reading) => reading.chained);
  const checks = [
    ...sumCheck(readings),
    ...productCheck(readings),
    ...balanceCheck(readings),
    ...(chained ? [accountChainCheck(context, items.length)] : []),
  ];
  const lastBalance = headed && readings.length === 1 ? readings.map(balanceOf)[0] : undefined;
  return {
    items,
    checks,
    ...(rowSum !== undefined && { rowSum }),
    ...(chained && { chained }),
    ...(lastBalance !== undefined && { lastBalance }),
  };
}

function balanceOf({ numbers, table }: TableReading): LastBalance | undefined {
  const at = newestRow(numbers);
  const [row, own] = at === undefined ? [] : [table.rows[at], numbers[at]];
  if (row === undefined || own?.balance === undefined || own.balanceSource === undefined) return undefined;
  const all = numbers.flatMap(({ balance }) => balance ?? []);
  return { value: own.balance, page: row.page, words: own.balanceSource.words, all };
}

/** A sum that can prove another figure: of several amounts, or of one that is itself a product. */
function independentSum(readings: readonly TableReading[]): Units | undefined {
  const [only] = readings;
  if (only === undefined || readings.length > 1 || only.cut.sum === undefined || !only.cut.plain) return undefined;
  return only.cut.items.length > 1 || countProducts(only) === 1 ? only.cut.sum : undefined;
}

/** Rows of a recognised page without a single amount: specks and hatching form columns too. */
function isNoise(items: readonly LineItem[], pages: readonly PageLayout[]): boolean {
  if (items.some((item) => item['amount'] !== undefined)) return false;
  const recognised = new Set(pages.filter(({ page }) => page.source === 'ocr').map(({ page }) => page.page));
  const places = items.flatMap((item) => Object.values(item).flatMap((cell) => cell.evidence));
  return places.some(({ page }) => page !== null && recognised.has(page));
}

/** Cost in words of producing a row's cells. */
const WORDS_PER_ROW = 8;

interface ChosenTables {
  readonly readings: readonly TableReading[];
  /** Found by column headings, not by its sum. */
  readonly headed: boolean;
}

/** The tables whose rows are the document's items: one, several that only together add up, or none. */
async function chooseTables(pages: readonly PageLayout[], context: LineItemContext, pace: Pace): Promise<ChosenTables> {
  const layouts: PageLayout[] = [];
  for (const page of pages) {
    layouts.push(withoutRules(page));
    await pace.spend(layouts.at(-1) === page ? 0 : page.page.words.length);
  }
  const mark = context.mark ?? majorityMark(layouts.flatMap((layout) => layout.page.words));
  const sums = await findPrintedSums(layouts, mark, pace);
  const tables: TableReading[] = [];
  for (const table of await findItemTables(layouts, mark, pace)) {
    tables.push(await readTable(table, context, sums, pace));
  }
  const best = bestTable(tables);
  if (best?.cut.sum !== undefined) return { readings: [best], headed: true };
  const together = closeTogether(tables, context);
  if (together !== undefined) return { readings: together, headed: true };
  const free = await freeTable(layouts, mark, context, sums, pace);
  if (best === undefined) return { readings: free === undefined ? [] : [free], headed: false };
  // Except on receipts, amounts of other lines are more likely to add up by chance than quantity and price are to give
  // an amount.
  const productive = free !== undefined && countProducts(free) > 0 && countProducts(best) === 0;
  const better = free?.cut.sum !== undefined && (context.documentType === 'receipt' || productive);
  return better ? { readings: [free], headed: false } : { readings: [best], headed: true };
}

/** Rows whose amount is quantity × price, for a quantity other than one. */
function countProducts({ cut, numbers }: TableReading): number {
  return cut.items.filter((index) => numbers[index]?.holds && numbers[index]?.quantity?.value !== UNITS_PER_ONE).length;
}

/** OCR reads table rules as letters; without them the cells separate correctly. */
function withoutRules(layout: PageLayout): PageLayout {
  if (layout.page.source !== 'ocr' || !layout.page.words.some(isRule)) return layout;
  return buildLines({ ...layout.page, words: layout.page.words.filter((word) => !isRule(word)) });
}

const isRule = ({ text }: { readonly text: string }) => /^[|¦_—[\]]+$/u.test(text);

/** Several tables (parts, labour) that only together add up to the document's sum. */
function closeTogether(tables: readonly TableReading[], context: LineItemContext): readonly TableReading[] | undefined {
  if (tables.length < 2) return undefined;
  const sum = tables.reduce(
    (total, { cut, numbers }) =>
      total + cut.items.reduce((own, index) => own + (numbers[index]?.amount?.value ?? 0), 0),
    0,
  );
  if (!headerSums(context).includes(sum)) return undefined;
  return tables.map((reading) => ({ ...reading, cut: { ...reading.cut, sum } }));
}

/**
 * Rows without headings. Receipts usually have none; on other documents, lines that end in an amount are rows only if
 * they add up to the document's own sum, and a single line only if it is a product.
 */
async function freeTable(
  layouts: readonly PageLayout[],
  mark: DecimalMark,
  context: LineItemContext,
  sums: PrintedSums,
  pace: Pace,
): Promise<TableReading | undefined> {
  const table = await findFreeRows(layouts, mark, pace);
  const reading = table === undefined ? undefined : await readTable(table, context, sums, pace);
  if (reading === undefined || context.documentType === 'receipt') return reading;
  const several = reading.cut.items.length > 1;
  const product = countProducts(reading) > 0;
  return reading.cut.sum !== undefined && (several || product) ? reading : undefined;
}

/** The table whose rows prove most; among equal ones, the one with more rows. */
function bestTable(tables: readonly TableReading[]): TableReading | undefined {
  const score = (reading: TableReading) => {
    const holding = reading.numbers.filter((numbers) => numbers.holds).length;
    const described = reading.table.rows.filter((row) => row.description.words.length > 0).length;
    return (reading.cut.sum === undefined ? 0 : 100) + 2 * holding + described + 0.1 * reading.cut.items.length;
  };
  return tables.toSorted((a, b) => score(b) - score(a))[0];
}

/** Charges that belong to an item, keyed by the item's row index. */
function chargesByItem({ cut }: TableReading): ReadonlyMap<number, readonly number[]> {
  const charges = new Map<number, number[]>();
  for (const [charge, item] of cut.folded) {
    const list = charges.get(item);
    if (list === undefined) charges.set(item, [charge]);
    else list.push(charge);
  }
  return charges;
}

function sumCheck(readings: readonly TableReading[]): readonly Check[] {
  const sum = readings[0]?.cut.sum;
  if (sum === undefined) return [];
  const rounded = readings.some(({ cut }) => cut.rounded);
  const amounts = readings.flatMap(({ cut, numbers }) =>
    [...cut.items, ...cut.folded.keys(), ...cut.charges].flatMap((index) => numbers[index]?.amount?.value ?? []),
  );
  const remark = rounded ? ' (products rounded once, in the sum)' : '';
  return [{ rule: SUM_CHECK, ok: true, detail: `${abridge(amounts)} = ${formatUnits(sum)}${remark}` }];
}

function productCheck(readings: readonly TableReading[]): readonly Check[] {
  const rows = readings.flatMap(({ cut, numbers }) => cut.items.flatMap((index) => numbers[index] ?? []));
  const holding = rows.filter(({ holds }) => holds);
  const [first] = holding;
  if (first?.quantity === undefined || !first.unitPrice || !first.amount) return [];
  const { quantity, unitPrice, amount, discount } = first;
  const factors = `${trimZeros(formatUnits(quantity.value))} × ${formatUnits(unitPrice.value)}`;
  const product = `${factors}${discount ? ` less ${discount.text}` : ''} = ${formatUnits(amount.value)}`;
  const more = holding.length > 1 ? `, and ${holding.length - 1} more of ${rows.length} rows` : '';
  return [{ rule: PRODUCT_CHECK, ok: true, detail: product + more }];
}

function balanceCheck(readings: readonly TableReading[]): readonly Check[] {
  const confirmed = readings.flatMap(({ balances, numbers }) =>
    numbers.filter((_, index) => balances[index] === 'confirmed'),
  );
  const [first] = confirmed;
  if (first?.balance === undefined || first.amount === undefined) return [];
  const before = formatUnits(first.balance - first.amount.value);
  const more = confirmed.length > 1 ? `, and ${confirmed.length - 1} more rows` : '';
  const detail = `${before} + ${formatUnits(first.amount.value)} = ${formatUnits(first.balance)}${more}`;
  return [{ rule: BALANCE_CHECK, ok: true, detail }];
}

/** Abbreviates a long sum to its first and last terms. */
function abridge(amounts: readonly Units[]): string {
  const SHOWN = 6;
  if (amounts.length <= SHOWN) return amounts.map(formatUnits).join(' + ');
  const [first, last] = [amounts.slice(0, SHOWN - 2), amounts.slice(-1)].map((part) => part.map(formatUnits));
  return [...(first ?? []), `… (${amounts.length} rows) …`, ...(last ?? [])].join(' + ');
}
