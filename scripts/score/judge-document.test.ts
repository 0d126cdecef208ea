import { expect, test } from 'vitest';
import { type ExtractionResult, type FieldState, type FieldValue, RESULT_SCHEMA } from '#core/domain/result';
import { judgeDocument } from './judge-document.ts';
import { summariseSet } from './summarise.ts';
import { parseTruth } from './truth.ts';

function value(text: string, state: FieldState = 'supported'): FieldValue {
  const evidence = [{ page: 1, box: [0, 0, 10, 10] as const, text }];
  return { value: text, confidence: 0.95, state, evidence, checks: [], alternatives: [], rule: 'test' };
}

function result(fields: Record<string, FieldValue>): ExtractionResult {
  return {
    schema: RESULT_SCHEMA,
    version: 1,
    document_type: 'credit_note',
    document_type_confidence: 1,
    language: null,
    page_count: 1,
    method: 'text-layer',
    fields,
    line_items: [],
    missing: [],
    checks: [],
    pages: [],
    timings_ms: { read: 0, classify: 0, extract: 0, validate: 0 },
  };
}

const truth = parseTruth({
  id: 'd',
  file: 'd.pdf',
  doc_type: 'invoice',
  fields: { reference_number: '77', total_amount: '10.00', invoice_date: '2024-01-02' },
  absent: ['due_date'],
});

const judge = (fields: Record<string, FieldValue>, words: Parameters<typeof judgeDocument>[3] = []) =>
  judgeDocument('s', truth, result(fields), words, {});

test('an unlabelled field says nothing, an absent one is a false positive', () => {
  const score = judge({ total_amount: value('10.00'), customer_name: value('x'), due_date: value('2024-02-01') });
  expect(score.fields.map((field) => [field.field, field.verdict])).toEqual([
    ['reference_number', 'missing'],
    ['total_amount', 'right'],
    ['invoice_date', 'missing'],
    ['due_date', 'false_positive'],
  ]);
});

test('a reference number is right under any of its names', () => {
  expect(judge({ order_number: value('7-7') }).fields[0]?.verdict).toBe('right');
});

test('a credit note counts as the corpus type invoice', () => {
  expect(judge({}).typeRight).toBe(true);
});

test('another type is wrong', () => {
  const receipt = parseTruth({ id: 'r', file: 'r.pdf', doc_type: 'receipt', fields: {} });
  expect(judgeDocument('s', receipt, result({}), [], {}).typeRight).toBe(false);
  expect(judgeDocument('s', receipt, { ...result({}), document_type: 'other' }, [], {}).typeRight).toBe(false);
});

test('a value marked at another place than it stands at has no grounding', () => {
  const words = [
    { text: '10.00', box: [50, 50, 60, 60] as const, page: 1 },
    { text: 'other', box: [0, 0, 10, 10] as const, page: 1 },
  ];
  const score = judge({ total_amount: value('10.00') }, words);
  expect(score.fields.find((field) => field.field === 'total_amount')?.grounding).toBe(0);
});

test('wrong among proved counts false positives too', () => {
  const summary = summariseSet('s', [
    judge({ total_amount: value('10.00', 'proved'), due_date: value('2024-02-01', 'proved') }),
  ]);
  expect(summary.proof).toMatchObject({ proved: 2, wrong: 1 });
  expect(summary.all).toMatchObject({ right: 1, returned: 2, labelled: 3 });
  expect(summary.allRightDocuments).toBe(0);
});
