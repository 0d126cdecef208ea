import fc from 'fast-check';
import {
  type ExtractionResult,
  type FieldValue,
  type LineItem,
  READ_METHODS,
  RESULT_SCHEMA,
} from '#core/domain/result';
import { formatUnits } from '../normalise/decimal.ts';

/** A value as the engine reads it, on page 1. */
export function readValue(value: string, more: Partial<FieldValue> = {}): FieldValue {
  // Another value stands at another place.
  const place = [...value].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 10_007, 0);
  const evidence = [{ page: 1, box: [0, place, 10, place + 10] as const, text: value }];
  return {
    value,
    confidence: 0.92,
    state: 'supported',
    evidence,
    checks: [],
    alternatives: [],
    rule: 'label:x/right',
    ...more,
  };
}

/** A result with these values, read from one page. */
export function resultOf(
  values: Readonly<Record<string, string | FieldValue>>,
  rows: readonly Readonly<Record<string, string>>[] = [],
  more: Partial<ExtractionResult> = {},
): ExtractionResult {
  const toValue = (value: string | FieldValue) => (typeof value === 'string' ? readValue(value) : value);
  const record = (given: Readonly<Record<string, string | FieldValue>>): LineItem =>
    Object.fromEntries(Object.entries(given).map(([name, value]) => [name, toValue(value)]));
  return {
    schema: RESULT_SCHEMA,
    version: 1,
    document_type: 'invoice',
    document_type_confidence: 1,
    language: 'en',
    page_count: 1,
    method: READ_METHODS[0],
    fields: record(values),
    line_items: rows.map(record),
    missing: [],
    checks: [],
    pages: [{ page: 1, width: 100, height: 100, unit: 'pt', source: 'text-layer' }],
    timings_ms: { read: 0, classify: 0, extract: 0, validate: 0 },
    ...more,
  };
}

const AMOUNTS = [
  'subtotal_amount',
  'tax_amount',
  'total_amount',
  'amount_due',
  'amount_paid',
  'shipping_amount',
] as const;
const TEXTS = ['invoice_number', 'vendor_name', 'vendor_tax_id', 'vendor_iban'] as const;
const DATES = ['invoice_date', 'due_date'] as const;

export const fieldNames: readonly string[] = [...AMOUNTS, ...TEXTS, ...DATES];

const amounts = fc.integer({ min: -50, max: 500 }).map((whole) => formatUnits(whole * 10_000));
const words = fc.constantFrom('A-1', 'DE136695976', 'DE89370400440532013000', 'Acme', 'B 2');
const dates = fc.constantFrom('2024-01-31', '2024-02-01', '2023-12-24');

/** A wire value of the field or column. */
export const valueFor = (name: string): fc.Arbitrary<string> => {
  if (/date$/.test(name)) return dates;
  return /amount|price|quantity/.test(name) ? amounts : words;
};

const states = fc.constantFrom('proved', 'supported', 'needs_review');

const readings = (name: string): fc.Arbitrary<FieldValue> =>
  fc
    .tuple(valueFor(name), states, fc.array(valueFor(name), { maxLength: 2 }), fc.boolean())
    .map(([value, state, others, isChecked]) =>
      readValue(value, {
        state,
        confidence: { proved: 0.99, supported: 0.92, needs_review: 0.5 }[state],
        alternatives: others.map((other) => ({ value: other, confidence: 0.3 })),
        checks: isChecked ? ['sum_chain'] : [],
      }),
    );

/** Some of the names, each with a value of its own kind. */
export const someOf = <T>(
  names: readonly string[],
  valueOfName: (name: string) => fc.Arbitrary<T>,
): fc.Arbitrary<Readonly<Record<string, T>>> =>
  fc
    .subarray([...names])
    .chain((chosen) => fc.tuple(...chosen.map((name) => valueOfName(name).map((value): [string, T] => [name, value]))))
    .map((entries) => Object.fromEntries(entries));

export const columnNames: readonly string[] = ['description', 'quantity', 'unit_price', 'amount'];

/** Results as the engine may give them, with any values and states. */
export const results: fc.Arbitrary<ExtractionResult> = fc
  .tuple(
    someOf(fieldNames, readings),
    fc.array(someOf(columnNames, readings), { maxLength: 4 }),
    fc.constantFrom('invoice' as const, 'receipt' as const),
  )
  .map(([fields, line_items, document_type]) => ({ ...resultOf({}), fields, line_items, document_type }));
