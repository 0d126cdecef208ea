import type { Result } from '#core/contract/result';
import { type FieldValue, RESULT_SCHEMA } from '#core/domain/result';

/** A value for tests. */
export function readAs(value: string, more: Partial<FieldValue> = {}): FieldValue {
  return {
    value,
    confidence: 0.9,
    state: 'supported',
    evidence: [],
    checks: [],
    alternatives: [],
    rule: 'test',
    ...more,
  };
}

/** A result for tests. */
export function resultWith(more: Partial<Result>): Result {
  return {
    schema: RESULT_SCHEMA,
    version: 1,
    document_type: 'invoice',
    document_type_confidence: 1,
    language: 'en',
    page_count: 1,
    method: 'text-layer',
    fields: {},
    line_items: [],
    missing: [],
    checks: [],
    pages: [{ page: 1, width: 600, height: 800, unit: 'pt', source: 'text-layer' }],
    timings_ms: { read: 0, classify: 0, extract: 0, validate: 0 },
    ...more,
  };
}
