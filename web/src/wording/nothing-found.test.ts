import { describe, expect, it } from 'vitest';
import type { Result } from '#core/contract/result';
import { reasonForNothing } from './nothing-found.ts';

const page = (source: 'text-layer' | 'none') => ({ page: 1, width: 1, height: 1, unit: 'pt' as const, source });
const result = (changes: Partial<Result>): Result => ({
  schema: 'neocaptured/result/1',
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
  pages: [page('text-layer')],
  timings_ms: { read: 1, classify: 1, extract: 1, validate: 1 },
  ...changes,
});

describe('a document without values says why', () => {
  it('nothing could be read', () => {
    expect(reasonForNothing(result({ method: 'none', pages: [] })).title).toBe('No text on this page');
    const pages = [page('none'), page('none')];
    expect(reasonForNothing(result({ method: 'ocr', page_count: 2, pages })).title).toBe('No text on these pages');
  });

  it('what was read holds no values', () => {
    expect(reasonForNothing(result({})).why).toContain('invoice');
    expect(reasonForNothing(result({ document_type: 'other' })).advice.join()).toContain('template');
    expect(reasonForNothing(result({ pages: [page('none'), page('text-layer')] })).advice.join()).toContain(
      '1 of 2 pages',
    );
  });
});
