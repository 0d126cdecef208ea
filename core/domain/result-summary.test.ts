import { describe, expect, test } from 'vitest';
import type { DocumentType } from './document-types.ts';
import { type ExtractionResult, type FieldValue, RESULT_SCHEMA } from './result.ts';
import { statusOf, summaryOf } from './result-summary.ts';

const supported: FieldValue = {
  value: '1',
  confidence: 0.95,
  state: 'supported',
  evidence: [],
  checks: [],
  alternatives: [],
  rule: 'label:x/right',
};

function result(type: DocumentType, missing: readonly string[], names: readonly string[]): ExtractionResult {
  return {
    schema: RESULT_SCHEMA,
    version: 1,
    document_type: type,
    document_type_confidence: 1,
    language: null,
    page_count: 1,
    method: 'text-layer',
    fields: Object.fromEntries(names.map((name) => [name, supported])),
    line_items: [],
    missing,
    checks: [],
    pages: [],
    timings_ms: { read: 0, classify: 0, extract: 0, validate: 0 },
  };
}

describe('the status of a document', () => {
  test('is completed where every required field was found and none needs review', () => {
    expect(statusOf(result('invoice', [], ['invoice_number', 'invoice_date', 'total_amount']))).toBe('completed');
  });

  test('a required field that was not found asks for review, a usual one does not', () => {
    expect(statusOf(result('invoice', ['total_amount'], ['invoice_number']))).toBe('needs_review');
    expect(statusOf(result('invoice', ['currency'], ['invoice_number']))).toBe('completed');
    expect(statusOf(result('receipt', ['transaction_date'], ['total_amount']))).toBe('needs_review');
  });

  test('each document of a file is asked for its own required fields', () => {
    const whole = result('invoice', [], ['invoice_number']);
    const second = { ...result('bank_statement', ['closing_balance'], ['account_number']), confidence: 1, reason: '' };
    const documents = [whole, second].map((one) => ({ ...one, pages: null, confidence: 1, reason: '' }));
    expect(statusOf({ ...whole, documents })).toBe('needs_review');
  });
});

describe('the number of stops', () => {
  const failed = { rule: 'sum_chain', ok: false, detail: '1 + 1 = 3' };

  test('counts values to review, missing fields and failed checks', () => {
    const one = { ...result('invoice', ['currency'], ['total_amount']), checks: [failed, { ...failed, ok: true }] };
    const doubtful = { ...supported, state: 'needs_review' as const };
    expect(summaryOf({ ...one, fields: { total_amount: doubtful } }).stops).toBe(3);
  });

  test('in a file of several documents counts a failed check of the main one once, and that of the file too', () => {
    const ofFile = { rule: 'page_read', ok: false, detail: 'page 4' };
    const main = { ...result('invoice', [], ['invoice_number']), checks: [failed] };
    const other = { ...result('receipt', [], ['total_amount']), checks: [failed] };
    const documents = [main, other].map((one) => ({ ...one, pages: null, confidence: 1, reason: '' }));
    // The same check failed in two documents: two things to look at.
    expect(summaryOf({ ...main, checks: [failed, ofFile], documents }).stops).toBe(3);
    expect(summaryOf({ ...main, documents: documents.slice(0, 1) }).stops).toBe(1);
  });
});
