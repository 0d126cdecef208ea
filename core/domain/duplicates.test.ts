import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Duplicate, duplicateKey, treatmentOf, withDuplicateCheck } from './duplicates.ts';
import { type ExtractionResult, type FieldState, RESULT_SCHEMA } from './result.ts';

function result(values: Readonly<Record<string, string>>, state: FieldState = 'supported'): ExtractionResult {
  const toField = (value: string) => ({
    value,
    confidence: 0.95,
    state,
    evidence: [],
    checks: [],
    alternatives: [],
    rule: 'label:x/right',
  });
  return {
    schema: RESULT_SCHEMA,
    version: 1,
    document_type: 'invoice',
    document_type_confidence: 1,
    language: null,
    page_count: 1,
    method: 'text-layer',
    fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, toField(value)])),
    line_items: [],
    missing: [],
    checks: [],
    pages: [],
    timings_ms: { read: 0, classify: 0, extract: 0, validate: 0 },
  };
}

const ACME = { vendor_name: 'Acme Ltd.', invoice_number: 'R-77', total_amount: '11.90' };
const older: Duplicate = { id: 'doc_1', reason: 'same_values', name: 'a.pdf', date: '2026-01-02' };

test('the key is the same whatever the case, blanks, punctuation and trailing zeros', () => {
  const key = duplicateKey(result(ACME));
  expect(duplicateKey(result({ vendor_name: 'ACME LTD', invoice_number: 'r 77', total_amount: '11.9' }))).toBe(key);
  expect(duplicateKey(result({ ...ACME, total_amount: '100' }))).not.toBe(
    duplicateKey(result({ ...ACME, total_amount: '10' })),
  );
});

test('another vendor, number, total or type is another key', () => {
  const others = [
    { ...ACME, vendor_name: 'Other Ltd' },
    { ...ACME, invoice_number: 'R-78' },
    { ...ACME, total_amount: '11.91' },
    { ...ACME, total_amount: '-11.90' },
  ].map((values) => duplicateKey(result(values)));
  const credit = duplicateKey({ ...result(ACME), document_type: 'credit_note' });
  expect(new Set([duplicateKey(result(ACME)), credit, ...others]).size).toBe(6);
});

test('there is no key without a vendor, a number or a total, nor from an account number', () => {
  for (const name of Object.keys(ACME))
    expect(duplicateKey(result(Object.fromEntries(Object.entries(ACME).filter(([other]) => other !== name))))).toBe(
      null,
    );
  const statement = { vendor_name: 'Bank', account_number: '1', total_amount: '5' };
  expect(duplicateKey(result(statement))).toBe(null);
  expect(duplicateKey(result({ ...ACME, vendor_name: '–' }))).toBe(null);
});

test('parts of a key cannot run into each other', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (vendor, number) => {
      const key = duplicateKey(result({ vendor_name: vendor, invoice_number: number, total_amount: '1' }));
      if (key !== null) expect(key.split('|')).toHaveLength(4);
    }),
  );
});

test('doubtful values never reject a document; the same bytes do', () => {
  const doubtful = result(ACME, 'needs_review');
  expect(treatmentOf('reject', older, result(ACME))).toBe('reject');
  expect(treatmentOf('reject', older, doubtful)).toBe('review');
  expect(treatmentOf('reject', { ...older, reason: 'same_file' }, doubtful)).toBe('reject');
  expect(treatmentOf('new_version', older, doubtful)).toBe('new_version');
});

test('the check names the older document, unless its workspace is another one, and is there once', () => {
  const flagged = withDuplicateCheck(withDuplicateCheck(result(ACME), older), older);
  expect(flagged.checks).toEqual([
    {
      rule: 'duplicate',
      ok: false,
      detail: 'Same vendor, number and total as “a.pdf”, uploaded on 2026-01-02',
    },
  ]);
  expect(withDuplicateCheck(result(ACME), { ...older, name: null }).checks[0]?.detail).not.toContain('a.pdf');
  expect(withDuplicateCheck(flagged, null)).toEqual(result(ACME));
});
