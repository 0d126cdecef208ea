import { expect, test } from 'vitest';
import type { Result } from '#core/contract/result';
import { locationOfDocument, mainDocument, resultOfDocument } from './document-choice.ts';

const field = (value: string) => ({
  value,
  confidence: 1,
  state: 'supported' as const,
  evidence: [],
  missing: [],
  checks: [],
  alternatives: [],
  rule: 'test',
});
const proposed = (number: string, pages: [number, number] | null, file?: string) => ({
  pages,
  document_type: 'invoice' as const,
  document_type_confidence: 0.9,
  confidence: 0.9,
  reason: 'a sign',
  ...(file !== undefined && { file }),
  fields: { invoice_number: field(number) },
  line_items: [],
  missing: [],
  checks: [],
});
const result: Result = {
  schema: 'neocaptured/result/1',
  version: 1,
  document_type: 'invoice',
  document_type_confidence: 0.9,
  language: null,
  page_count: 3,
  method: 'text-layer',
  fields: { invoice_number: field('B') },
  line_items: [],
  missing: [],
  checks: [],
  pages: [],
  documents: [proposed('A', [1, 1]), proposed('B', [2, 3])],
  timings_ms: { read: 0, classify: 0, extract: 0, validate: 0 },
};

test('a file of several documents shows the chosen one', () => {
  expect(resultOfDocument(result, 0).fields['invoice_number']?.value).toBe('A');
  expect(resultOfDocument(result, 7)).toBe(result);
});

test('the document that represents the file is chosen initially', () => {
  expect(mainDocument(result)).toBe(1);
});

test('a document is located by file and pages', () => {
  expect(locationOfDocument(proposed('A', [1, 1]))).toBe('page 1');
  expect(locationOfDocument(proposed('A', [2, 3], 'a.pdf'))).toBe('a.pdf, pages 2–3');
  expect(locationOfDocument(proposed('A', null, 'a.xml'))).toBe('a.xml');
});
