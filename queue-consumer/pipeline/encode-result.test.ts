import { expect, test } from 'vitest';
import { type ExtractionResult, type LineItem, RESULT_SCHEMA } from '#core/domain/result';
import { encodeResult } from './encode-result.ts';

function resultOf(rows: number): ExtractionResult {
  const item = (index: number): LineItem => ({
    description: {
      value: `Artikel "${index}" – größer`,
      confidence: 0.92,
      state: 'supported',
      evidence: [],
      checks: [],
      alternatives: [],
      rule: 'column:description',
    },
  });
  return {
    schema: RESULT_SCHEMA,
    version: 1,
    document_type: 'invoice',
    document_type_confidence: 1,
    language: null,
    page_count: 1,
    method: 'text-layer',
    fields: {},
    line_items: Array.from({ length: rows }, (_, index) => item(index)),
    missing: [],
    checks: [],
    pages: [],
    timings_ms: { read: 1.5, classify: 0, extract: 2, validate: 0 },
  };
}

test.each([0, 1, 399, 400, 401, 2_000])('%i rows give the bytes that writing them at once gives', async (rows) => {
  const result = resultOf(rows);
  const bytes = await encodeResult(result, async () => undefined);
  expect(new TextDecoder().decode(bytes)).toBe(JSON.stringify(result));
});

test('the event loop gets turns while many rows are written, and none is waited for on a short result', async () => {
  const turns = async (rows: number) => {
    let count = 0;
    await encodeResult(resultOf(rows), async () => {
      count += 1;
    });
    return count;
  };
  expect(await turns(30)).toBe(0);
  expect(await turns(4_000)).toBeGreaterThan(5);
});
