import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calibrated } from './calibrate.ts';
import { PROVED_FROM } from './confidence.ts';
import { CONFIDENCE_TABLES } from './confidence-tables.data.ts';

const field = fc.constantFrom('total_amount', 'invoice_date', 'invoice_number', 'vendor_name', 'customer_address');
const probability = fc.double({ min: 0, max: 1, noNaN: true });

test('a better reading is never called less probable', () => {
  fc.assert(
    fc.property(field, probability, probability, (name, a, b) => {
      expect(calibrated(name, Math.min(a, b))).toBeLessThanOrEqual(calibrated(name, Math.max(a, b)) + 1e-9);
    }),
  );
});

test('what was measured without proof never reaches the probability of a proof', () => {
  fc.assert(
    fc.property(field, probability, (name, raw) => {
      expect(calibrated(name, raw)).toBeLessThan(PROVED_FROM);
      expect(calibrated(name, raw)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('every kind of field has been measured', () => {
  for (const [kind, table] of Object.entries(CONFIDENCE_TABLES)) expect(table.length, kind).toBeGreaterThan(2);
});
