import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calibrated } from './calibrate.ts';
import { PROVED_FROM } from './confidence.ts';
import { CONFIDENCE_TABLES } from './confidence-tables.data.ts';

const field = fc.constantFrom('total_amount', 'invoice_date', 'invoice_number', 'vendor_name', 'customer_address');
const source = fc.constantFrom('text' as const, 'ocr' as const);
const probability = fc.double({ min: 0, max: 1, noNaN: true });

test('a better reading is never called less probable', () => {
  fc.assert(
    fc.property(field, source, probability, probability, (name, from, a, b) => {
      expect(calibrated(name, from, Math.min(a, b))).toBeLessThanOrEqual(calibrated(name, from, Math.max(a, b)) + 1e-9);
    }),
  );
});

test('what was measured without proof never reaches the probability of a proof', () => {
  fc.assert(
    fc.property(field, source, probability, (name, from, raw) => {
      expect(calibrated(name, from, raw)).toBeLessThan(PROVED_FROM);
      expect(calibrated(name, from, raw)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('every kind of field has been measured, in files and in pictures', () => {
  for (const [from, tables] of Object.entries(CONFIDENCE_TABLES))
    for (const [kind, table] of Object.entries(tables)) expect(table.length, `${from} ${kind}`).toBeGreaterThan(1);
});
