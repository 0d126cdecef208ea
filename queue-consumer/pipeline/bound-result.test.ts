import { describe, expect, it } from 'vitest';
import { type ExtractionResult, type FieldValue, RESULT_SCHEMA } from '#core/domain/result';
import { RESULT_LIMITS } from '#core/domain/value-limits';
import { boundResult, boundWords } from './bound-result.ts';

const field = (value: string): FieldValue => ({
  value,
  confidence: 0.9,
  state: 'supported',
  evidence: [{ page: 1, box: [0, 0, 1, 1], text: value }],
  checks: [],
  alternatives: [],
  rule: 'column:description',
});

const resultOf = (part: Partial<ExtractionResult>): ExtractionResult => ({
  schema: RESULT_SCHEMA,
  version: 1,
  document_type: 'invoice',
  document_type_confidence: 1,
  language: null,
  page_count: 1,
  method: 'text-layer',
  fields: {},
  line_items: [],
  missing: [],
  checks: [],
  pages: [],
  timings_ms: { read: 0, classify: 0, extract: 0, validate: 0 },
  ...part,
});

const rows = (count: number, text = 'screws') => Array.from({ length: count }, () => ({ description: field(text) }));
const failed = ({ checks }: ExtractionResult) => checks.filter(({ ok }) => !ok).map(({ rule }) => rule);

describe('a result', () => {
  it('within the limits is left as it is', () => {
    const result = resultOf({
      line_items: rows(RESULT_LIMITS.lineItems),
      fields: { note: field('x'.repeat(RESULT_LIMITS.text)) },
    });
    expect(boundResult(result)).toBe(result);
  });

  it('of too many rows ends at the limit and says so', () => {
    const cut = boundResult(resultOf({ line_items: rows(RESULT_LIMITS.lineItems + 1) }));
    expect(cut.line_items).toHaveLength(RESULT_LIMITS.lineItems);
    expect(failed(cut)).toEqual(['result_limit:line_items']);
  });

  it('of long rows has no more JSON than about the limit', () => {
    const cut = boundResult(resultOf({ line_items: rows(1_000, 'y'.repeat(30_000)) }));
    expect(JSON.stringify(cut).length).toBeLessThan(RESULT_LIMITS.units * 1.1);
    expect(cut.line_items.length).toBeGreaterThan(100);
    expect(failed(cut)).toEqual(['result_limit:line_items']);
  });

  it('counts the rows of its documents too', () => {
    const document = {
      pages: null,
      document_type: 'invoice',
      document_type_confidence: 1,
      confidence: 1,
      reason: 'a file of its own',
      fields: {},
      line_items: rows(RESULT_LIMITS.lineItems - 10),
      missing: [],
      checks: [],
    } as const;
    const cut = boundResult(resultOf({ line_items: rows(20), documents: [document, document] }));
    expect(cut.documents?.map(({ line_items }) => line_items.length)).toEqual([RESULT_LIMITS.lineItems - 20, 0]);
  });

  it('keeps whole tables as long as they fit', () => {
    const table = {
      page: 1,
      box: [0, 0, 1, 1],
      rows: [
        [
          { text: 'a', box: null },
          { text: 'b', box: null },
        ],
      ],
    } as const;
    const many = boundResult(resultOf({ tables: Array.from({ length: RESULT_LIMITS.tables + 5 }, () => table) }));
    expect(many.tables).toHaveLength(RESULT_LIMITS.tables);
    const wide = {
      ...table,
      rows: [Array.from({ length: RESULT_LIMITS.tableCells }, () => ({ text: '', box: null }))],
    };
    const large = boundResult(resultOf({ tables: [table, wide, table] }));
    expect(large.tables).toHaveLength(1);
    expect(failed(large)).toEqual(['result_limit:tables']);
  });

  it('has no text and no list of checks without an end', () => {
    const check = { rule: 'row_sum', ok: true, detail: '1 + 1 = 2' };
    const long = 'z'.repeat(RESULT_LIMITS.text + 1);
    const cut = boundResult(
      resultOf({
        fields: { invoice_number: field(long) },
        checks: Array.from({ length: RESULT_LIMITS.checks + 1 }, () => check),
      }),
    );
    expect(cut.fields['invoice_number']?.value).toHaveLength(RESULT_LIMITS.text);
    expect(cut.fields['invoice_number']?.evidence[0]?.text).toHaveLength(RESULT_LIMITS.text);
    expect(failed(cut)).toEqual(['result_limit:checks', 'result_limit:text']);
  });
});

it('words of a page are bounded in length and number', () => {
  const word = { text: 'w', box: [0, 0, 1, 1] } as const;
  const few = [[word]];
  expect(boundWords(few)).toBe(few);
  const long = { ...word, text: 'w'.repeat(RESULT_LIMITS.word * 2) };
  const [page] = boundWords([[long, ...Array.from({ length: RESULT_LIMITS.wordsPerPage }, () => word)]]);
  expect(page).toHaveLength(RESULT_LIMITS.wordsPerPage);
  expect(page?.[0]?.text).toHaveLength(RESULT_LIMITS.word);
});
