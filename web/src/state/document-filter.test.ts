import { describe, expect, it } from 'vitest';
import type { DocumentView } from '#core/contract/documents';
import {
  addressOfFilter,
  changeFilter,
  filterFromQuery,
  isNarrowed,
  mergeDocument,
  narrowingKeys,
  queryOfFilter,
  sortAfter,
} from './document-filter.ts';

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
  duplicate_of: null,
  created_at: created,
  updated_at: created,
  completed_at: null,
  ...rest,
});
const ids = (rows: readonly DocumentView[]) => rows.map(({ id }) => id);

describe('the filter in the URL', () => {
  const filter = {
    q: 'müller & co',
    status: 'needs_review,failed',
    document_type: 'invoice',
    workspace_id: 'wsp_1',
    assignee_id: 'none',
    amount_min: '-1.50',
    date_to: '2026-02-28',
    deleted: 'true',
    sort: '-total',
  } as const;

  it('survives the round trip', () => {
    const address = new URL(addressOfFilter(filter), 'https://x.invalid');
    expect(filterFromQuery(Object.fromEntries(address.searchParams))).toEqual(filter);
    expect(filterFromQuery(queryOfFilter(filter))).toEqual(filter);
  });

  it('is empty for the unfiltered list in its usual order', () =>
    expect([addressOfFilter({}), addressOfFilter({ sort: '-created_at' })]).toEqual(['/documents', '/documents']));

  it.each([
    [{ q: '  ', status: 'nope', type: 'nope', workspace: 'x'.repeat(65), sort: 'size' }],
    [
      {
        status: 'failed,nope',
        amount_min: '1,5',
        amount_max: 'x',
        date_from: '2026-13-01',
        deleted: 'yes',
        cursor: 'x',
      },
    ],
  ])('ignores unknown and invalid values: %o', (query) => expect(filterFromQuery(query)).toEqual({}));

  it('knows the names of earlier links', () =>
    expect(filterFromQuery({ type: 'invoice', workspace: 'wsp_1' })).toEqual({
      document_type: 'invoice',
      workspace_id: 'wsp_1',
    }));

  it('truncates the search to what the API accepts', () =>
    expect(filterFromQuery({ q: 'x'.repeat(300) }).q).toHaveLength(200));

  it('takes a parameter out where a change empties it', () =>
    expect(changeFilter(filter, { status: undefined, vendor: '', q: 'x' })).toEqual({
      ...filter,
      status: undefined,
      q: 'x',
    }));

  it('counts what narrows, apart from what has its own place on the screen', () => {
    expect(narrowingKeys(filter)).toEqual(['document_type', 'workspace_id', 'assignee_id', 'amount_min', 'date_to']);
    expect([isNarrowed({ sort: 'name', deleted: 'true' }), isNarrowed({ status: 'failed' })]).toEqual([false, true]);
  });
});

describe('a click on a heading', () => {
  it('sorts by the column, then the other way round', () => {
    expect([sortAfter({}, 'name'), sortAfter({ sort: 'name' }, 'name'), sortAfter({ sort: '-name' }, 'name')]).toEqual([
      'name',
      '-name',
      'name',
    ]);
  });

  it('shows the largest and the latest first', () =>
    expect([sortAfter({}, 'total'), sortAfter({ sort: '-total' }, 'total'), sortAfter({}, 'created_at')]).toEqual([
      '-total',
      'total',
      'created_at',
    ]));
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

  it.each([{ q: 'x' }, { vendor: 'x' }, { amount_min: '1' }, { assignee_id: 'me' }, { sort: 'name' as const }])(
    'leaves it to the server where a new document belongs: %o',
    (filter) => expect(mergeDocument(rows, document('d', '2026-01-04'), filter, true)).toBe(rows),
  );

  it('takes a deleted document out, and into the trash', () => {
    const gone = document('c', '2026-01-03', { deleted_at: '2026-01-05', updated_at: '2026-01-05' });
    expect(ids(mergeDocument(rows, gone, {}, true))).toEqual(['a']);
    expect(ids(mergeDocument([], gone, { deleted: 'true' }, true))).toEqual(['c']);
  });

  it('knows several statuses and the assignee', () => {
    const mine = document('d', '2026-01-04', { status: 'failed', assignee_id: 'usr_1' });
    expect(ids(mergeDocument(rows, mine, { status: 'needs_review,failed' }, true))).toContain('d');
    expect(ids(mergeDocument(rows, mine, { assignee_id: 'usr_1' }, true))).toContain('d');
    expect(ids(mergeDocument(rows, mine, { assignee_id: 'none' }, true))).not.toContain('d');
  });
});
