import type { Result } from '#core/contract/result';
import { decimalOf, millionths, productOf } from '../../formatting/decimals.ts';

/** The line items against the printed total. */
export interface RunningSum {
  /** The sum down to and including each row; a row without an amount adds nothing. */
  readonly after: readonly string[];
  /** Null without rows. */
  readonly sum: string | null;
  /** The printed total it has to reach; null where none was read. */
  readonly target: { readonly name: string; readonly value: string } | null;
  /** What is lacking (positive) or too much; null when unknown. */
  readonly difference: string | null;
  readonly closes: boolean | null;
  /** Rows that are likely to break it, with the reason. */
  readonly suspects: ReadonlyMap<number, string>;
}

const TARGETS = ['subtotal_amount', 'total_amount'] as const;

/** Adds the amounts up. The net total counts as the target; the total, where it is the only one or the one that fits. */
export function runningSum({ fields, line_items: rows }: Pick<Result, 'fields' | 'line_items'>): RunningSum {
  const after: string[] = [];
  let sum = 0n;
  for (const row of rows) {
    sum += millionths(row['amount']?.value ?? '') ?? 0n;
    after.push(decimalOf(sum));
  }
  const targets = TARGETS.flatMap((name) => {
    const value = fields[name]?.value;
    const amount = millionths(value ?? '');
    return value === undefined || amount === null ? [] : [{ name, value, amount }];
  });
  const target = targets.find(({ amount }) => amount === sum) ?? targets[0] ?? null;
  const difference = target === null || rows.length === 0 ? null : target.amount - sum;
  return {
    after,
    sum: rows.length === 0 ? null : decimalOf(sum),
    target: target && { name: target.name, value: target.value },
    difference: difference === null ? null : decimalOf(difference),
    closes: difference === null ? null : difference === 0n,
    suspects: suspectsOf(rows, difference),
  };
}

/** A row breaks the sum when it has no amount, when its own product says otherwise, or when leaving it out closes the sum. */
function suspectsOf(rows: Result['line_items'], difference: bigint | null): ReadonlyMap<number, string> {
  const suspects = new Map<number, string>();
  for (const [at, row] of rows.entries()) {
    const cell = (name: string) => millionths(row[name]?.value ?? '');
    const [quantity, price, amount] = [cell('quantity'), cell('unit_price'), cell('amount')];
    if (amount === null) {
      if (Object.keys(row).length > 0) suspects.set(at, 'This row has no amount.');
      continue;
    }
    const product = quantity === null || price === null ? null : productOf(quantity, price);
    if (product !== null && product !== amount && row['discount'] === undefined) {
      suspects.set(at, `Quantity × price gives ${decimalOf(product)}.`);
    } else if (difference !== null && difference !== 0n && amount === -difference) {
      suspects.set(at, 'Without this row the sum closes.');
    }
  }
  return suspects;
}
