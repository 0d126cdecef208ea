import { EXTRAS } from '#core/domain/field-roles';
import { toUnits } from '../normalise/decimal.ts';
import { isIban } from './iban.ts';
import { statementSum } from './statement-sum.ts';
import { judgeVatNumber } from './tax-id.ts';
import type { ValueCheck } from './value-check.ts';

/** Field values by name, in wire form. */
export type Values = Readonly<Record<string, string>>;

/** Information about the values besides their text. */
export interface Reading {
  /** Identifies the position at which a value was read. */
  readonly placeOf?: (field: string) => string;
  /** Prices may include tax, as on receipts: the sum then holds without it. */
  readonly taxIncluded?: boolean;
}

/** Maximum share of tax in a total: no sales tax in use is more than 30 % of its base (Hungary 27 %). */
const MOST_TAX = 0.3 / 1.3;

const IDENTIFIER_FIELDS = ['vendor_tax_id', 'customer_tax_id'] as const;

/**
 * Runs every check on the values alone. A check with missing fields is skipped. Values read at the same position are a
 * single reading, so their agreement is no evidence.
 */
export function validateFields(
  values: Values,
  { placeOf = (field) => field, taxIncluded = false }: Reading = {},
): ValueCheck[] {
  const statement = statementSum(values);
  const balance = statement === undefined ? [] : [{ ...statement.check, fields: statement.names }];
  const checks = [...checkSums(values, taxIncluded), ...balance, ...checkIdentifiers(values), ...checkDates(values)];
  return checks.filter(({ ok, fields }) => !ok || new Set(fields.map(placeOf)).size === fields.length);
}

/** Sub-total + tax + charges + shipping + tip + rounding - discount = total; total - paid = due. */
function checkSums(values: Values, taxIncluded: boolean): ValueCheck[] {
  const checks: ValueCheck[] = [];
  const amount = (name: string) => toUnits(values[name] ?? '');
  const shown = (name: string) => values[name] ?? '';
  const [subtotal, total] = [amount('subtotal_amount'), amount('total_amount')];
  if (subtotal !== undefined && total !== undefined) {
    const parts = bestParts(values, subtotal, total, taxIncluded);
    const ok = parts.sum === total;
    // Without a tax value, a sum that does not hold may only lack the tax, so it contradicts nothing.
    const known = ok || amount('tax_amount') !== undefined;
    checks.push({
      rule: 'sum_chain',
      ok,
      detail: `${parts.text} = ${shown('total_amount')}`,
      fields: known ? ['subtotal_amount', ...parts.names, 'total_amount'] : [],
    });
  }
  const [given, back] = [amount('tendered_amount'), amount('change_amount')];
  if (given !== undefined && back !== undefined && total !== undefined) {
    const detail = `${shown('tendered_amount')} - ${shown('change_amount')} = ${shown('total_amount')}`;
    const fields = ['tendered_amount', 'change_amount', 'total_amount'];
    checks.push({ rule: 'cash_less_change', ok: given - back === total, detail, fields });
  }
  const [due, paid] = [amount('amount_due'), amount('amount_paid')];
  if (due !== undefined && total !== undefined) {
    if (due === total) {
      const detail = `${shown('total_amount')} = ${shown('amount_due')}`;
      checks.push({ rule: 'amount_due', ok: true, detail, fields: ['total_amount', 'amount_due'] });
    } else if (paid !== undefined) {
      const detail = `${shown('total_amount')} - ${shown('amount_paid')} = ${shown('amount_due')}`;
      const fields = ['total_amount', 'amount_paid', 'amount_due'];
      checks.push({ rule: 'amount_due', ok: total - Math.abs(paid) === due, detail, fields });
    }
  }
  return checks;
}

interface WrittenSum {
  readonly sum: number;
  readonly text: string;
  /** The fields added to the sub-total. */
  readonly names: readonly string[];
}

/**
 * Extras may be inside or outside the printed sub-total; returns the smallest set for which the sum holds, else tax
 * alone.
 */
function bestParts(values: Values, subtotal: number, total: number, taxIncluded: boolean): WrittenSum {
  const extras = EXTRAS.map(({ name }) => name).filter((name) => (toUnits(values[name] ?? '') ?? 0) !== 0);
  const tax = toUnits(values['tax_amount'] ?? '');
  const held = taxIncluded && tax !== undefined && Math.abs(tax) <= MOST_TAX * Math.abs(total);
  const sets = Array.from({ length: 2 ** extras.length }, (_, mask) =>
    extras.filter((_name, i) => (mask >> i) & 1),
  ).sort((a, b) => a.length - b.length);
  const written = sets.map((set) => writeSum(values, subtotal, set, tax !== undefined));
  const without = held ? sets.map((set) => writeSum(values, subtotal, set, false)) : [];
  return (
    [...written, ...without].find((candidate) => candidate.sum === total) ??
    written[0] ?? { sum: subtotal, text: values['subtotal_amount'] ?? '', names: [] }
  );
}

function writeSum(values: Values, subtotal: number, extras: readonly string[], withTax: boolean): WrittenSum {
  let sum = subtotal;
  let text = values['subtotal_amount'] ?? '';
  const names = withTax ? [...extras, 'tax_amount'] : extras;
  for (const name of names) {
    const units = toUnits(values[name] ?? '') ?? 0;
    const signed = EXTRAS.some((extra) => extra.name === name && extra.sign < 0) ? -Math.abs(units) : units;
    sum += signed;
    text += ` ${signed < 0 ? '-' : '+'} ${(values[name] ?? '').replace(/^-/, '')}`;
  }
  return { sum, text, names };
}

function checkIdentifiers(values: Values): ValueCheck[] {
  const checks: ValueCheck[] = [];
  const iban = values['vendor_iban'];
  if (iban !== undefined) {
    const ok = isIban(iban);
    checks.push({
      rule: 'iban:vendor_iban',
      ok,
      detail: `${iban}: check digits ${ok ? 'hold' : 'do not hold'} (ISO 13616)`,
      fields: ['vendor_iban'],
    });
  }
  for (const name of IDENTIFIER_FIELDS) {
    const value = values[name];
    const verdict = value === undefined ? 'unknown' : judgeVatNumber(value);
    if (value === undefined || verdict === 'unknown') continue;
    checks.push({
      rule: `tax_id:${name}`,
      ok: verdict === 'valid',
      detail: `${value}: check digits ${verdict === 'valid' ? 'hold' : 'do not hold'}`,
      fields: [name],
    });
  }
  return checks;
}

const DATE_ORDER = [
  ['invoice_date', 'due_date'],
  ['service_start_date', 'service_end_date'],
] as const;

function checkDates(values: Values): ValueCheck[] {
  return DATE_ORDER.flatMap(([first, second]) => {
    const [from, to] = [values[first], values[second]];
    if (from === undefined || to === undefined) return [];
    return [
      {
        rule: `date_order:${first}`,
        ok: from <= to,
        detail: `${from} ${from <= to ? 'is not after' : 'is after'} ${to}`,
        fields: [first, second],
      },
    ];
  });
}
