import type { DocumentView } from '#core/contract/documents';
import { DOCUMENT_STATUSES, type DocumentStatus } from '#core/domain/document-status';
import { isDocumentType } from '#core/domain/document-types';
import type { DocumentFilter } from '../api/documents.ts';

/** The API rejects longer searches (48 bytes). */
export const MAX_SEARCH_LENGTH = 48;
/** The API rejects longer ids. */
const MAX_ID_LENGTH = 64;

function isStatus(value: string): value is DocumentStatus {
  return (DOCUMENT_STATUSES as readonly string[]).includes(value);
}

/** Parses the filter of a URL. Unknown values are ignored, so that old links keep working. */
export function filterFromQuery(query: Readonly<Record<string, string>>): DocumentFilter {
  const { q = '', status = '', type = '', workspace = '', sort = '' } = query;
  const search = q.trim().slice(0, MAX_SEARCH_LENGTH);
  return {
    ...(search === '' ? {} : { q: search }),
    ...(isStatus(status) ? { status } : {}),
    ...(isDocumentType(type) ? { document_type: type } : {}),
    ...(workspace === '' || workspace.length > MAX_ID_LENGTH ? {} : { workspace_id: workspace }),
    ...(sort === 'created_at' ? { sort } : {}),
  };
}

/** The URL of the list with this filter. */
export function addressOfFilter(filter: DocumentFilter): string {
  const query = new URLSearchParams();
  if (filter.q) query.set('q', filter.q);
  if (filter.status) query.set('status', filter.status);
  if (filter.document_type) query.set('type', filter.document_type);
  if (filter.workspace_id) query.set('workspace', filter.workspace_id);
  if (filter.sort === 'created_at') query.set('sort', filter.sort);
  const text = query.toString();
  return text === '' ? '/documents' : `/documents?${text}`;
}

export function isNarrowed(filter: DocumentFilter): boolean {
  const { sort: _sort, ...narrowing } = filter;
  return Object.values(narrowing).some((value) => value !== undefined);
}

/** Whether a document belongs in the list; null for a search, which only the server can evaluate. */
function fitsFilter(document: DocumentView, filter: DocumentFilter): boolean | null {
  if (filter.status !== undefined && document.status !== filter.status) return false;
  if (filter.document_type !== undefined && document.document_type !== filter.document_type) return false;
  if (filter.workspace_id !== undefined && document.workspace_id !== filter.workspace_id) return false;
  return filter.q === undefined ? true : null;
}

/**
 * Merges an updated document into the list: replaces its row, removes it when it no longer matches the filter, or inserts
 * it by creation time. A document beyond the last loaded row is left to the page it belongs to.
 *
 * @param complete whether every page of the list is loaded
 */
export function mergeDocument(
  rows: readonly DocumentView[],
  document: DocumentView,
  filter: DocumentFilter,
  complete: boolean,
): readonly DocumentView[] {
  const fits = fitsFilter(document, filter);
  const at = rows.findIndex(({ id }) => id === document.id);
  if (at >= 0) {
    // Updates can arrive out of order; drop the older one.
    if ((rows[at]?.updated_at ?? '') > document.updated_at) return rows;
    return fits === false ? rows.toSpliced(at, 1) : rows.with(at, document);
  }
  if (fits !== true) return rows;
  const oldestFirst = filter.sort === 'created_at';
  const place = rows.findIndex((row) =>
    oldestFirst ? row.created_at > document.created_at : row.created_at <= document.created_at,
  );
  if (place >= 0) return rows.toSpliced(place, 0, document);
  return complete ? [...rows, document] : rows;
}
