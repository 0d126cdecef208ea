import { describe, expect, it } from 'vitest';
import type { DocumentView } from '#core/contract/documents';
import { addressOfFilter, filterFromQuery, mergeDocument } from './document-filter.ts';

const document = (id: string, created: string, rest: Partial<DocumentView> = {}): DocumentView => ({
  id,
  name: `${id}.pdf`,
  status: 'completed',
  document_type: 'invoice',
  page_count: 1,
  file_size: 1,
  media_type: 'application/pdf',
  sha256: '',
  priority: 'normal',
  external_id: null,
  workspace_id: null,
  batch_id: null,
  summary: null,
  created_at: created,
  updated_at: created,
  completed_at: null,
  ...rest,
});
const ids = (rows: readonly DocumentView[]) => rows.map(({ id }) => id);

describe('the filter in the address', () => {
  it('survives the way there and back', () => {
    const filter = {
      q: 'müller & co',
      status: 'needs_review',
      document_type: 'invoice',
      workspace_id: 'wsp_1',
      sort: 'created_at',
    } as const;
    const address = new URL(addressOfFilter(filter), 'https://x.invalid');
    expect(filterFromQuery(Object.fromEntries(address.searchParams))).toEqual(filter);
  });

  it('is the plain address for the plain list', () => expect(addressOfFilter({})).toBe('/documents'));

  it('ignores values that mean nothing', () => {
    expect(filterFromQuery({ q: '  ', status: 'nope', type: 'nope', workspace: 'x'.repeat(65), sort: 'name' })).toEqual(
      {},
    );
  });

  it('never asks for more than the API takes', () => expect(filterFromQuery({ q: 'x'.repeat(99) }).q).toHaveLength(48));
});

describe('mergeDocument', () => {
  const rows = [document('c', '2026-01-03'), document('a', '2026-01-01')];

  it('puts a new document at its place by time', () => {
    expect(ids(mergeDocument(rows, document('d', '2026-01-04'), {}, true))).toEqual(['d', 'c', 'a']);
    expect(ids(mergeDocument(rows, document('b', '2026-01-02'), {}, true))).toEqual(['c', 'b', 'a']);
  });

  it('leaves a document beyond the loaded rows to its own page', () => {
    expect(ids(mergeDocument(rows, document('0', '2025-01-01'), {}, false))).toEqual(['c', 'a']);
    expect(ids(mergeDocument(rows, document('0', '2025-01-01'), {}, true))).toEqual(['c', 'a', '0']);
  });

  it('keeps the documents of other workspaces out', () => {
    const inside = document('d', '2026-01-04', { workspace_id: 'wsp_1' });
    expect(ids(mergeDocument(rows, inside, { workspace_id: 'wsp_1' }, true))).toContain('d');
    expect(ids(mergeDocument(rows, inside, { workspace_id: 'wsp_2' }, true))).not.toContain('d');
    const moved = document('c', '2026-01-03', { workspace_id: 'wsp_2', updated_at: '2026-01-05' });
    expect(ids(mergeDocument(rows, moved, { workspace_id: 'wsp_1' }, true))).not.toContain('c');
  });

  it('follows the order of the list', () => {
    const oldestFirst = [document('a', '2026-01-01'), document('c', '2026-01-03')];
    expect(ids(mergeDocument(oldestFirst, document('b', '2026-01-02'), { sort: 'created_at' }, true))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('changes a row in place and takes it away when it no longer fits', () => {
    const failed = document('c', '2026-01-03', { status: 'failed', updated_at: '2026-01-05' });
    expect(mergeDocument(rows, failed, {}, true)[0]?.status).toBe('failed');
    expect(ids(mergeDocument(rows, failed, { status: 'completed' }, true))).toEqual(['a']);
  });

  it('drops news that is older than what is shown', () => {
    const late = document('c', '2026-01-03', { status: 'processing', updated_at: '2026-01-02' });
    expect(mergeDocument(rows, late, {}, true)).toBe(rows);
  });

  it('does not guess whether a stranger fits a search', () => {
    expect(mergeDocument(rows, document('d', '2026-01-04'), { q: 'x' }, true)).toBe(rows);
  });
});
