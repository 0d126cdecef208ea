import type { Check } from '#core/domain/result';
import { toUnits } from '../normalise/decimal.ts';
import { isIban } from './iban.ts';
import { statementSum } from './statement-sum.ts';
import { judgeVatNumber } from './tax-id.ts';

/** Field values by name, in wire form. */
export type Values = Readonly<Record<string, string>>;

const IDENTIFIER_FIELDS = ['vendor_tax_id', 'customer_tax_id'] as const;

/**
 * Every check that can be made on the values alone. Used by the engine and again when a person corrects a value.
 * A check whose fields are missing is left out.
 */
export function validateFields(values: Values): Check[] {
  const statement = statementSum(values);
  const balance = statement === undefined ? [] : [statement.check];
  return [...checkSums(values), ...balance, ...checkIdentifiers(values), ...checkDates(values)];
}

/** Sub-total + tax + charges + shipping + tip + rounding - discount = total; total - paid = due. */
function checkSums(values: Values): Check[] {
  const checks: Check[] = [];
  const amount = (name: string) => toUnits(values[name] ?? '');
  const [subtotal, total] = [amount('subtotal_amount'), amount('total_amount')];
  if (subtotal !== undefined && total !== undefined) {
    const parts = bestParts(values, subtotal, total);
    checks.push({
      rule: 'sum_chain',
      ok: parts.sum === total,
      detail: `${parts.text} = ${values['total_amount'] ?? ''}`,
    });
  }
  const [given, back] = [amount('tendered_amount'), amount('change_amount')];
  if (given !== undefined && back !== undefined && total !== undefined) {
    const detail = `${values['tendered_amount'] ?? ''} - ${values['change_amount'] ?? ''} = ${values['total_amount'] ?? ''}`;
    checks.push({ rule: 'cash_less_change', ok: given - back === total, detail });
  }
  const [due, paid] = [amount('amount_due'), amount('amount_paid')];
  if (due !== undefined && total !== undefined) {
    if (due === total)
      checks.push({
        rule: 'amount_due',
        ok: true,
        detail: `${values['total_amount'] ?? ''} = ${values['amount_due'] ?? ''}`,
      });
    else if (paid !== undefined) {
      const ok = total - Math.abs(paid) === due;
      checks.push({
        rule: 'amount_due',
        ok,
        detail: `${values['total_amount'] ?? ''} - ${values['amount_paid'] ?? ''} = ${values['amount_due'] ?? ''}`,
      });
    }
  }
  return checks;
}

/** Extras stand inside or outside the printed sub-total; the smallest set that closes is shown, else tax alone. */
function bestParts(values: Values, subtotal: number, total: number): { sum: number; text: string } {
  const extras = (
    ['discount_amount', 'charges_amount', 'shipping_amount', 'tip_amount', 'rounding_amount'] as const
  ).filter((name) => (toUnits(values[name] ?? '') ?? 0) !== 0);
  const tax = toUnits(values['tax_amount'] ?? '');
  const sets = Array.from({ length: 2 ** extras.length }, (_, mask) =>
    extras.filter((_name, i) => (mask >> i) & 1),
  ).sort((a, b) => a.length - b.length);
  const written = sets.flatMap((set) =>
    tax === undefined ? [writeSum(values, subtotal, set, false)] : [writeSum(values, subtotal, set, true)],
  );
  return (
    written.find((candidate) => candidate.sum === total) ??
    written[0] ?? { sum: subtotal, text: values['subtotal_amount'] ?? '' }
  );
}

function writeSum(
  values: Values,
  subtotal: number,
  extras: readonly string[],
  withTax: boolean,
): { sum: number; text: string } {
  let sum = subtotal;
  let text = values['subtotal_amount'] ?? '';
  for (const name of withTax ? [...extras, 'tax_amount'] : extras) {
    const units = toUnits(values[name] ?? '') ?? 0;
    const signed = name === 'discount_amount' ? -Math.abs(units) : units;
    sum += signed;
    text += ` ${signed < 0 ? '-' : '+'} ${(values[name] ?? '').replace(/^-/, '')}`;
  }
  return { sum, text };
}

function checkIdentifiers(values: Values): Check[] {
  const checks: Check[] = [];
  const iban = values['vendor_iban'];
  if (iban !== undefined) {
    const ok = isIban(iban);
    checks.push({
      rule: 'iban:vendor_iban',
      ok,
      detail: `${iban}: check digits ${ok ? 'hold' : 'do not hold'} (ISO 13616)`,
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
    });
  }
  return checks;
}

const DATE_ORDER = [
  ['invoice_date', 'due_date'],
  ['service_start_date', 'service_end_date'],
] as const;

function checkDates(values: Values): Check[] {
  return DATE_ORDER.flatMap(([first, second]) => {
    const [from, to] = [values[first], values[second]];
    if (from === undefined || to === undefined) return [];
    return [
      {
        rule: `date_order:${first}`,
        ok: from <= to,
        detail: `${from} ${from <= to ? 'is not after' : 'is after'} ${to}`,
      },
    ];
  });
}
