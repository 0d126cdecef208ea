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
  assignee_id: null,
  lock: null,
  postponed_until: null,
  review: null,
  first_approval: null,
  deleted_at: null,
  created_at: created,
  updated_at: created,
  completed_at: null,
  ...rest,
});
const ids = (rows: readonly DocumentView[]) => rows.map(({ id }) => id);

describe('the filter in the URL', () => {
  it('survives the round trip', () => {
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

  it('is empty for the unfiltered list', () => expect(addressOfFilter({})).toBe('/documents'));

  it('ignores unknown values', () => {
    expect(filterFromQuery({ q: '  ', status: 'nope', type: 'nope', workspace: 'x'.repeat(65), sort: 'name' })).toEqual(
      {},
    );
  });

  it('truncates the search to what the API accepts', () =>
    expect(filterFromQuery({ q: 'x'.repeat(99) }).q).toHaveLength(48));
});

describe('mergeDocument', () => {
  const rows = [document('c', '2026-01-03'), document('a', '2026-01-01')];

  it('inserts a new document by creation time', () => {
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

  it('respects the sort order of the list', () => {
    const oldestFirst = [document('a', '2026-01-01'), document('c', '2026-01-03')];
    expect(ids(mergeDocument(oldestFirst, document('b', '2026-01-02'), { sort: 'created_at' }, true))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('updates a row in place and removes it when it no longer matches', () => {
    const failed = document('c', '2026-01-03', { status: 'failed', updated_at: '2026-01-05' });
    expect(mergeDocument(rows, failed, {}, true)[0]?.status).toBe('failed');
    expect(ids(mergeDocument(rows, failed, { status: 'completed' }, true))).toEqual(['a']);
  });

  it('drops updates older than what is shown', () => {
    const late = document('c', '2026-01-03', { status: 'processing', updated_at: '2026-01-02' });
    expect(mergeDocument(rows, late, {}, true)).toBe(rows);
  });

  it('does not insert a document into a search', () => {
    expect(mergeDocument(rows, document('d', '2026-01-04'), { q: 'x' }, true)).toBe(rows);
  });
});
