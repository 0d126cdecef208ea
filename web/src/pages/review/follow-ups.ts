import type { Result } from '#core/contract/result';
import { FIELDS, type FieldRecord } from '#core/domain/fields';
import { decimalOf, millionths, productOf } from '../../formatting/decimals.ts';
import { fieldLabel } from '../../wording/field-words.ts';
import type { Target } from './stops.ts';

/** A value that follows from the others. */
export interface FollowUp {
  readonly value: string;
  /** How: "Net total + Tax". */
  readonly from: string;
}

type Rows = Result['line_items'];
type Amounts = (name: string) => bigint | null;

const ROLES: readonly FieldRecord[] = FIELDS;
const namesOf = (part: FieldRecord['sum']) => ROLES.filter(({ sum }) => sum === part);

/** The values that a target has if the sums of the document hold, from the values of the other fields or cells. */
export function followUps(result: Pick<Result, 'fields' | 'line_items'>, target: Target): readonly FollowUp[] {
  const found = target.kind === 'field' ? ofField(result, target.name) : ofCell(result.line_items, target);
  const seen = new Set<string>();
  return found.filter(({ value }) => !seen.has(value) && seen.add(value));
}

function ofField({ fields, line_items: rows }: Pick<Result, 'fields' | 'line_items'>, name: string): FollowUp[] {
  const amount: Amounts = (each) => millionths(fields[each]?.value ?? '');
  const extras = namesOf('extra').filter((extra) => (amount(extra.name) ?? 0n) !== 0n && extra.name !== name);
  const extraSum = extras.reduce((sum, extra) => {
    const value = amount(extra.name) ?? 0n;
    return sum + (extra.sign === -1 ? -abs(value) : value);
  }, 0n);
  const [net, tax, total, paid, due] = [
    'subtotal_amount',
    'tax_amount',
    'total_amount',
    'amount_paid',
    'amount_due',
  ].map(amount);
  const sumOfRows = rowTotal(rows);
  const written = (first: string, sign: string, ...rest: readonly string[]) =>
    [first, ...rest].map(fieldLabel).join(` ${sign} `);
  const withExtras = extras.map((extra) => extra.name);
  const found: (FollowUp | null)[] = [];
  const offer = (value: bigint | null, from: string) => {
    if (value !== null && value >= 0n) found.push({ value: decimalOf(value), from });
  };
  switch (name) {
    case 'total_amount':
      offer(plus(net, tax, extraSum), written('subtotal_amount', '+', 'tax_amount', ...withExtras));
      offer(plus(due, paid), written('amount_due', '+', 'amount_paid'));
      break;
    case 'subtotal_amount':
      offer(minus(total, tax, extraSum), written('total_amount', '−', 'tax_amount', ...withExtras));
      offer(sumOfRows, 'Sum of the line items');
      break;
    case 'tax_amount':
      offer(minus(total, net, extraSum), written('total_amount', '−', 'subtotal_amount', ...withExtras));
      break;
    case 'amount_due':
      offer(
        paid === null || paid === undefined ? (total ?? null) : minus(total, abs(paid)),
        paid == null ? 'Total' : written('total_amount', '−', 'amount_paid'),
      );
      break;
    case 'amount_paid':
      offer(minus(total, due), written('total_amount', '−', 'amount_due'));
      break;
  }
  return found.filter((each) => each !== null);
}

function ofCell(rows: Rows, { row, name }: Extract<Target, { kind: 'cell' }>): FollowUp[] {
  const cell = (each: string) => millionths(rows[row]?.[each]?.value ?? '');
  const [quantity, price, amount] = [cell('quantity'), cell('unit_price'), cell('amount')];
  if (name === 'amount' && quantity !== null && price !== null) {
    return [{ value: decimalOf(productOf(quantity, price)), from: 'Quantity × Unit price' }];
  }
  if (name === 'quantity' && price !== null && price !== 0n && amount !== null && amount % price === 0n) {
    return [{ value: String(amount / price), from: 'Amount ÷ Unit price' }];
  }
  return [];
}

function rowTotal(rows: Rows): bigint | null {
  if (rows.length === 0) return null;
  let sum = 0n;
  for (const row of rows) {
    const amount = millionths(row['amount']?.value ?? '');
    if (amount === null) return null;
    sum += amount;
  }
  return sum;
}

type Known = bigint | null | undefined;
const abs = (value: bigint): bigint => (value < 0n ? -value : value);

function plus(...parts: readonly Known[]): bigint | null {
  let sum = 0n;
  for (const part of parts) {
    if (part === null || part === undefined) return null;
    sum += part;
  }
  return sum;
}

function minus(from: Known, ...parts: readonly Known[]): bigint | null {
  const taken = plus(...parts);
  return from === null || from === undefined || taken === null ? null : from - taken;
}
