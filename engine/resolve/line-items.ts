import type { Check, LineItem } from '#core/domain/result';
import { majorityMark } from '../candidates/cell-number.ts';
import { findFreeRows } from '../candidates/free-rows.ts';
import { findPrintedSums, type PrintedSums } from '../candidates/printed-sums.ts';
import { findItemTables } from '../candidates/rows.ts';
import { buildLines, type PageLayout } from '../layout/lines.ts';
import { type DecimalMark, formatUnits } from '../normalise/amounts.ts';
import { UNITS_PER_ONE } from '../normalise/decimal.ts';
import { BALANCE_CHECK, PRODUCT_CHECK, SUM_CHECK, toItem, trimZeros } from './row-values.ts';
import { headerSums, type LineItemContext, readTable, type TableReading } from './table-reading.ts';

export type { LineItemContext } from './table-reading.ts';

export interface ResolvedLineItems {
  readonly items: readonly LineItem[];
  readonly checks: readonly Check[];
}

/** The document's item rows with evidence for each cell; empty when no table of items is found. */
export function resolveLineItems(pages: readonly PageLayout[], context: LineItemContext): ResolvedLineItems {
  const layouts = pages.map(withoutRules);
  const mark = context.mark ?? majorityMark(layouts.flatMap((layout) => layout.page.words));
  const sums = findPrintedSums(layouts, mark);
  const tables = findItemTables(layouts, mark).map((table) => readTable(table, context, sums));
  const best = bestTable(tables);
  if (best?.cut.sum !== undefined) return toItems([best]);
  const together = closeTogether(tables, context);
  if (together !== undefined) return toItems(together);
  const free = freeTable(layouts, mark, context, sums);
  if (best === undefined) return toItems(free === undefined ? [] : [free]);
  // Away from receipts, amounts of other lines add up by chance sooner than quantity and price make an amount.
  const productive = free !== undefined && countProducts(free) > 0 && countProducts(best) === 0;
  const better = free?.cut.sum !== undefined && (context.documentType === 'receipt' || productive);
  return toItems([better ? free : best]);
}

/** Rows whose amount is quantity × price, for another quantity than one. */
function countProducts({ cut, numbers }: TableReading): number {
  return cut.items.filter((index) => numbers[index]?.holds && numbers[index]?.quantity?.value !== UNITS_PER_ONE).length;
}

/** Recognition takes the rules of a table for letters; without them cells stand apart as they are meant to. */
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
 * Rows without headings. Receipts have none as a rule; on other documents lines that end in an amount are rows only
 * when they add up to the document's own sum, and a single one only when it is a product.
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
  const several = reading.cut.items.length > 1;
  const product = countProducts(reading) > 0;
  return reading.cut.sum !== undefined && (several || product) ? reading : undefined;
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

function toItems(readings: readonly TableReading[]): ResolvedLineItems {
  const items = readings.flatMap((reading) =>
    reading.cut.items.map((index) => toItem(reading, index)).filter((item) => Object.keys(item).length > 0),
  );
  return { items, checks: [...sumCheck(readings), ...productCheck(readings), ...balanceCheck(readings)] };
}

function sumCheck(readings: readonly TableReading[]): readonly Check[] {
  const sum = readings[0]?.cut.sum;
  if (sum === undefined) return [];
  const rounded = readings.some(({ cut }) => cut.rounded);
  const amounts = readings.flatMap(({ cut, numbers }) =>
    [...cut.items, ...cut.folded.keys(), ...cut.charges].flatMap((index) => {
      const amount = numbers[index]?.amount;
      return amount === undefined ? [] : [formatUnits(amount.value)];
    }),
  );
  const remark = rounded ? ' (products rounded once, in the sum)' : '';
  return [{ rule: SUM_CHECK, ok: true, detail: `${abridge(amounts)} = ${formatUnits(sum)}${remark}` }];
}

function productCheck(readings: readonly TableReading[]): readonly Check[] {
  const rows = readings.flatMap(({ cut, numbers }) => cut.items.flatMap((index) => numbers[index] ?? []));
  const products = rows.flatMap(({ holds, quantity, unitPrice, amount, discount }) => {
    if (!holds || !quantity || !unitPrice || !amount) return [];
    const factors = `${trimZeros(formatUnits(quantity.value))} × ${formatUnits(unitPrice.value)}`;
    return [`${factors}${discount ? ` less ${discount.text}` : ''} = ${formatUnits(amount.value)}`];
  });
  const [first] = products;
  if (first === undefined) return [];
  const more = products.length > 1 ? `, and ${products.length - 1} more of ${rows.length} rows` : '';
  return [{ rule: PRODUCT_CHECK, ok: true, detail: first + more }];
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

/** A long sum is shown by its first and last terms. */
function abridge(amounts: readonly string[]): string {
  const SHOWN = 6;
  if (amounts.length <= SHOWN) return amounts.join(' + ');
  return [...amounts.slice(0, SHOWN - 2), `… (${amounts.length} rows) …`, ...amounts.slice(-1)].join(' + ');
}
