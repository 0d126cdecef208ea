import type { Check, FieldValue, ReadState } from '#core/domain/result';
import { type PaymentCode, type PaymentField, parsePaymentCode } from '../../candidates/payment-code.ts';
import type { PageLayout } from '../../layout/lines.ts';
import type { PageCode, ReadDocument } from '../../model.ts';
import { formatUnits, toUnits } from '../../normalise/decimal.ts';
import { isIban } from '../../validate/iban.ts';
import { isCreditorReference, isQrReference } from '../../validate/payment-reference.ts';
import { findSightings, type SightedPage, type Sighting } from '../printed/page-sightings.ts';

/** The values of a document's payment code, compared with the printed ones. */
export interface PaymentReading {
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly checks: readonly Check[];
}

/**
 * Confidence of a value confirmed by two sources or check digits, of one found only in the code, and of one that the
 * print does not show.
 */
const CONFIRMED = 0.99;
const CODE_ALONE = 0.96;
const UNPRINTED = 0.7;

const KINDS: Readonly<Record<PaymentField, 'identifier' | 'amount' | 'phrase'>> = {
  vendor_iban: 'identifier',
  vendor_name: 'phrase',
  vendor_address: 'phrase',
  amount_due: 'amount',
  currency: 'identifier',
  customer_name: 'phrase',
  customer_address: 'phrase',
  payment_reference: 'identifier',
  payment_message: 'phrase',
};
/** Names, addresses and messages are excluded: they are copied, not computed. */
const PROVABLE: ReadonlySet<PaymentField> = new Set(['vendor_iban', 'amount_due', 'currency', 'payment_reference']);

/** Returns the fields of the first payment code; undefined if no page has one. */
export function resolvePaymentCode(document: ReadDocument, layouts: readonly PageLayout[]): PaymentReading | undefined {
  for (const { page, codes } of document.pages) {
    for (const code of codes ?? []) {
      const payment = parsePaymentCode(code.text);
      if (payment !== undefined) return compare(payment, code, page, layouts);
    }
  }
  return undefined;
}

function compare(payment: PaymentCode, code: PageCode, page: number, layouts: readonly PageLayout[]): PaymentReading {
  const pages: SightedPage[] = layouts.map((layout) => ({ layout, labels: [] }));
  const checks: Check[] = [];
  const fields: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(payment.values)) {
    if (!isPaymentField(name) || value === undefined) continue;
    const printed = sightingsOf(pages, name, value);
    const digits = digitsHold(name, value);
    if (digits !== undefined) {
      const rule = name === 'vendor_iban' ? `iban:${name}` : `check_digit:${name}`;
      // The IBAN check runs later, with the values of all fields.
      if (name !== 'vendor_iban')
        checks.push({ rule, ok: digits, detail: `${value}: check digits ${digits ? 'hold' : 'do not hold'}` });
    }
    const rule = `code_equals_page:${name}`;
    if (KINDS[name] !== 'phrase') {
      const shown = printed.length > 0 ? 'stands on the page too' : 'is not printed on the page';
      checks.push({ rule, ok: printed.length > 0, detail: `${value} in the payment code ${shown}` });
    }
    const confirmed = printed.length > 0 && digits !== false;
    const confidence =
      confirmed && PROVABLE.has(name) ? CONFIRMED : confirmed || KINDS[name] === 'phrase' ? CODE_ALONE : UNPRINTED;
    fields[name] = {
      value: name === 'amount_due' ? plainAmount(value) : value,
      confidence,
      state: stateOf(confidence),
      evidence: [
        ...printed.map(({ page: on, box, text }) => ({ page: on, box, text })),
        { page, box: code.box, text: value },
      ],
      checks: [
        ...(digits === true ? [name === 'vendor_iban' ? `iban:${name}` : `check_digit:${name}`] : []),
        ...(printed.length > 0 && KINDS[name] !== 'phrase' ? [rule] : []),
      ],
      alternatives: [],
      rule: `payment-code:${payment.kind}`,
    };
  }
  return { fields, checks };
}

function isPaymentField(name: string): name is PaymentField {
  return name in KINDS;
}

function sightingsOf(pages: readonly SightedPage[], name: PaymentField, value: string): Sighting[] {
  const wanted = name === 'amount_due' ? plainAmount(value) : value;
  // An address is one value in the code and several lines on the page.
  const lines = name.endsWith('_address') ? wanted.split(', ') : [wanted];
  const found = lines.map((line) => findSightings(pages, KINDS[name], line));
  return found.every((sightings) => sightings.length > 0) ? found.flatMap((sightings) => sightings.slice(0, 1)) : [];
}

function plainAmount(value: string): string {
  const units = toUnits(value);
  return units === undefined ? value : formatUnits(units);
}

/** Undefined if the value has no check digits. */
function digitsHold(name: PaymentField, value: string): boolean | undefined {
  if (name === 'vendor_iban') return isIban(value);
  if (name !== 'payment_reference') return undefined;
  if (/^\d{27}$/.test(value)) return isQrReference(value);
  return /^RF\d\d/.test(value) ? isCreditorReference(value) : undefined;
}

function stateOf(confidence: number): ReadState {
  if (confidence === CONFIRMED) return 'proved';
  return confidence === CODE_ALONE ? 'supported' : 'needs_review';
}
