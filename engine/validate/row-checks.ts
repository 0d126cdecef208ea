import { EXTRAS } from '#core/domain/field-roles';
import type { Check, FieldValue, LineItem } from '#core/domain/result';
import { formatUnits, toUnits, UNITS_PER_ONE, type Units } from '../normalise/decimal.ts';
import { CONTRADICTED } from './contradictions.ts';
import type { Values } from './index.ts';

export const SUM_CHECK = 'line_items_sum';
export const PRODUCT_CHECK = 'quantity_times_unit_price';

const CENT = UNITS_PER_ONE / 100;
/** Cells of a product; the last is its result. */
const FACTORS = ['quantity', 'unit_price', 'amount'] as const;
/** What a cell is worth that a confirmed one leads to. */
const FOLLOWS = 0.9;

export interface CheckedRows {
  readonly items: readonly LineItem[];
  readonly checks: readonly Check[];
}

/**
 * The checks of rows that were changed by hand: each product with a confirmed cell, and the sum of the amounts. Cells
 * of a product that does not hold are lowered, those of one that holds with a confirmed cell need no review any more;
 * confirmed cells stay as they are. `had` are the checks so far.
 */
export function checkRows(items: readonly LineItem[], values: Values, had: readonly Check[]): CheckedRows {
  const judged = items.map((item) => ({ item, holds: productHolds(item) }));
  const failing = judged.flatMap(({ item, holds }, row) => (holds === false && isTouched(item) ? [row] : []));
  const checks = [...productCheck(items, judged, failing), ...sumCheck(items, values, had)];
  const rows = judged.map(({ item, holds }) =>
    holds === undefined || !isTouched(item) ? item : rejudged(item, holds),
  );
  return { items: rows, checks };
}

const isTouched = (item: LineItem): boolean => FACTORS.some((name) => item[name]?.state === 'confirmed');

/** Undefined where the row has no product. */
function productHolds(item: LineItem): boolean | undefined {
  const [quantity, price, amount] = FACTORS.map((name) => toUnits(item[name]?.value ?? ''));
  if (quantity === undefined || price === undefined || amount === undefined) return undefined;
  const gross = (quantity * price) / UNITS_PER_ONE;
  const nets = [gross, ...lessDiscount(gross, item['discount']?.value)];
  return nets.some((net) => Math.abs(Math.abs(net) - Math.abs(amount)) < CENT);
}

function lessDiscount(gross: Units, discount: string | undefined): readonly Units[] {
  if (discount === undefined) return [];
  const units = toUnits(discount.replace(/%$/, ''));
  if (units === undefined) return [];
  return [discount.endsWith('%') ? gross * (1 - units / (100 * UNITS_PER_ONE)) : gross - Math.abs(units)];
}

interface JudgedRow {
  readonly item: LineItem;
  readonly holds: boolean | undefined;
}

function productCheck(items: readonly LineItem[], judged: readonly JudgedRow[], failing: readonly number[]): Check[] {
  const written = (item: LineItem) => {
    const [quantity = '', price = '', amount = ''] = FACTORS.map((name) => item[name]?.value);
    return `${quantity} × ${price} = ${amount}`;
  };
  const [first] = failing;
  if (first !== undefined) {
    const more = failing.length > 1 ? `, and ${failing.length - 1} more of ${items.length} rows` : '';
    const fields = failing
      .slice(0, MAX_NAMED_ROWS)
      .flatMap((row) => FACTORS.map((name) => `line_items[${row}].${name}`));
    return [{ rule: PRODUCT_CHECK, ok: false, detail: `${written(items[first] ?? {})}${more}`, fields }];
  }
  const holding = judged.filter(({ holds }) => holds === true);
  const [shown] = holding;
  if (shown === undefined) return [];
  const more = holding.length > 1 ? `, and ${holding.length - 1} more of ${items.length} rows` : '';
  return [{ rule: PRODUCT_CHECK, ok: true, detail: written(shown.item) + more }];
}

/** Rows whose cells a failed check names: a check of thousands would be longer than the result. */
const MAX_NAMED_ROWS = 50;

/** Printed sums that rows may add up to, best first. */
const PRINTED_SUMS = ['subtotal_amount', 'total_amount', 'gross_amount', 'amount_due'] as const;

/**
 * Whether the amounts add up to a printed sum, with or without the charges and discounts beside the rows. A table that
 * never did says nothing by not doing so; one that did, does.
 */
function sumCheck(items: readonly LineItem[], values: Values, had: readonly Check[]): Check[] {
  const amounts = items.flatMap((item) => toUnits(item['amount']?.value ?? '') ?? []);
  const known = had.some(({ rule }) => rule === SUM_CHECK);
  if (amounts.length === 0) return [];
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  const printed = PRINTED_SUMS.flatMap((name) => {
    const units = toUnits(values[name] ?? '');
    return units === undefined ? [] : [{ name, units }];
  });
  const met = printed.find(({ units }) => besides(values).some((extra) => sum + extra === units));
  const target = met ?? printed[0];
  if (target === undefined || (met === undefined && !known)) return [];
  const rest = target.units - sum;
  const text = met !== undefined && rest !== 0 ? ` ${rest < 0 ? '-' : '+'} ${formatUnits(Math.abs(rest))}` : '';
  const detail = `${abridge(amounts)}${text} = ${formatUnits(target.units)}`;
  return [{ rule: SUM_CHECK, ok: met !== undefined, detail, fields: [target.name] }];
}

/** What stands beside the rows: nothing, or each choice of the charges, discounts and taxes of the header. */
function besides(values: Values): readonly Units[] {
  const parts = [...EXTRAS, { name: 'tax_amount', sign: 1 }].flatMap(({ name, sign }) => {
    const units = toUnits(values[name] ?? '');
    return units === undefined || units === 0 ? [] : [sign * (sign < 0 ? Math.abs(units) : units)];
  });
  let sums: readonly Units[] = [0];
  for (const part of parts) sums = [...sums, ...sums.map((sum) => sum + part)];
  return sums;
}

function rejudged(item: LineItem, holds: boolean): LineItem {
  const judge = (cell: FieldValue): FieldValue => {
    if (cell.state === 'confirmed') return cell;
    if (!holds) return { ...cell, state: 'needs_review', confidence: Math.min(cell.confidence, CONTRADICTED) };
    if (cell.state !== 'needs_review') return cell;
    return { ...cell, state: 'supported', confidence: Math.max(cell.confidence, FOLLOWS) };
  };
  const names: ReadonlySet<string> = new Set(FACTORS);
  return Object.fromEntries(Object.entries(item).map(([name, cell]) => [name, names.has(name) ? judge(cell) : cell]));
}

/** A long sum is shown by its first and last terms. */
function abridge(amounts: readonly Units[]): string {
  const SHOWN = 6;
  if (amounts.length <= SHOWN) return amounts.map(formatUnits).join(' + ');
  const first = amounts.slice(0, SHOWN - 2).map(formatUnits);
  return [...first, `… (${amounts.length} rows) …`, ...amounts.slice(-1).map(formatUnits)].join(' + ');
}
