import type { DocumentView } from '#core/contract/documents';
import { DOCUMENT_ORDERS, type DocumentSort } from '#core/domain/document-order';
import { DOCUMENT_STATUSES, type DocumentStatus } from '#core/domain/document-status';
import { isDocumentType } from '#core/domain/document-types';

/** Parameters of the list, in the API and in the page URL. */
export const FILTER_KEYS = [
  'q',
  'status',
  'document_type',
  'workspace_id',
  'batch_id',
  'assignee_id',
  'vendor',
  'amount_min',
  'amount_max',
  'date_from',
  'date_to',
  'from',
  'to',
  'deleted',
  'sort',
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** A filter and order of the document list. `status` holds several, separated by commas. */
export type DocumentFilter = { readonly [Key in Exclude<FilterKey, 'sort'>]?: string } & {
  readonly sort?: DocumentSort;
};

/** Characters of a search; longer text is cut. */
export const MAX_SEARCH_LENGTH = 200;
/** The API rejects longer ids. */
const MAX_ID_LENGTH = 64;
const MAX_VENDOR_LENGTH = 200;
const DEFAULT_SORT: DocumentSort = '-created_at';

const AMOUNT = /^-?\d{1,15}(?:\.\d{1,4})?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const isId = (value: string) => value.length <= MAX_ID_LENGTH;
const isDate = (value: string) => DATE.test(value) && !Number.isNaN(Date.parse(value));
const isAmount = (value: string) => AMOUNT.test(value);

const VALID: Readonly<Record<FilterKey, (value: string) => boolean>> = {
  q: (value) => value.length <= MAX_SEARCH_LENGTH,
  status: (value) => value.split(',').every(isStatus),
  document_type: isDocumentType,
  workspace_id: isId,
  batch_id: isId,
  assignee_id: isId,
  vendor: (value) => value.length <= MAX_VENDOR_LENGTH,
  amount_min: isAmount,
  amount_max: isAmount,
  date_from: isDate,
  date_to: isDate,
  from: isDate,
  to: isDate,
  deleted: (value) => value === 'true',
  sort: (value) => isSort(value) && value !== DEFAULT_SORT,
};

/** Names that links of earlier versions use. */
const EARLIER: Readonly<Record<string, FilterKey>> = { type: 'document_type', workspace: 'workspace_id' };

function isStatus(value: string): value is DocumentStatus {
  return (DOCUMENT_STATUSES as readonly string[]).includes(value);
}

function isSort(value: string): value is DocumentSort {
  return (DOCUMENT_ORDERS as readonly string[]).includes(value.replace(/^-/, ''));
}

/** Parses the filter of a URL or a saved view. Unknown and invalid values are ignored, so that old links keep working. */
export function filterFromQuery(query: Readonly<Record<string, string>>): DocumentFilter {
  const filter: Partial<Record<FilterKey, string>> = {};
  for (const [name, raw] of Object.entries(query)) {
    const key = EARLIER[name] ?? FILTER_KEYS.find((each) => each === name);
    if (key === undefined) continue;
    const value = key === 'q' ? raw.trim().slice(0, MAX_SEARCH_LENGTH) : raw.trim();
    if (value !== '' && VALID[key](value)) filter[key] = value;
  }
  const { sort, ...rest } = filter;
  return sort !== undefined && isSort(sort) ? { ...rest, sort } : rest;
}

/** The query parameters of a filter, in a fixed order. */
export function queryOfFilter(filter: DocumentFilter): Readonly<Record<string, string>> {
  const query: Record<string, string> = {};
  for (const key of FILTER_KEYS) {
    const value = filter[key];
    if (value !== undefined && value !== '' && !(key === 'sort' && value === DEFAULT_SORT)) query[key] = value;
  }
  return query;
}

/** The URL of the list with this filter. */
export function addressOfFilter(filter: DocumentFilter): string {
  const text = new URLSearchParams(queryOfFilter(filter)).toString();
  return text === '' ? '/documents' : `/documents?${text}`;
}

/** The filter with these changes; `undefined` and empty values take a parameter out. */
export function changeFilter(
  filter: DocumentFilter,
  changes: Partial<Record<FilterKey, string | undefined>>,
): DocumentFilter {
  const merged: Record<string, string> = {};
  for (const [key, value] of Object.entries({ ...filter, ...changes })) if (value) merged[key] = value;
  return filterFromQuery(merged);
}

/** The parameters that narrow the list, apart from search, status and order. */
export function narrowingKeys(
  filter: DocumentFilter,
): readonly Exclude<FilterKey, 'q' | 'status' | 'sort' | 'deleted'>[] {
  return FILTER_KEYS.filter(
    (key): key is Exclude<FilterKey, 'q' | 'status' | 'sort' | 'deleted'> =>
      key !== 'q' && key !== 'status' && key !== 'sort' && key !== 'deleted' && filter[key] !== undefined,
  );
}

export function isNarrowed({ sort: _sort, deleted: _deleted, ...narrowing }: DocumentFilter): boolean {
  return Object.values(narrowing).some((value) => value !== undefined);
}

/** The statuses of a filter; none for all. */
export const statusesOf = ({ status }: DocumentFilter): readonly DocumentStatus[] =>
  status === undefined ? [] : status.split(',').filter(isStatus);

/** The order a click on a heading leads to: this column, or its other direction. */
export function sortAfter({ sort = DEFAULT_SORT }: DocumentFilter, column: string): DocumentSort {
  const next =
    sort === column ? `-${column}` : sort === `-${column}` ? column : FIRST_DOWN.has(column) ? `-${column}` : column;
  return isSort(next) ? next : DEFAULT_SORT;
}
/** Columns whose largest or latest values are looked for first. */
const FIRST_DOWN: ReadonlySet<string> = new Set(['created_at', 'document_date', 'total', 'stops']);

export const sortOf = ({ sort = DEFAULT_SORT }: DocumentFilter): DocumentSort => sort;

/** Parameters that only the server can evaluate. */
const SERVER_ONLY = ['q', 'vendor', 'amount_min', 'amount_max', 'date_from', 'date_to', 'from', 'to'] as const;

/** Whether a document belongs in the list; null where only the server knows. */
function fitsFilter(document: DocumentView, filter: DocumentFilter): boolean | null {
  const statuses = statusesOf(filter);
  if ((document.deleted_at !== null) !== (filter.deleted === 'true')) return false;
  if (statuses.length > 0 && !statuses.includes(document.status)) return false;
  if (filter.document_type !== undefined && document.document_type !== filter.document_type) return false;
  if (filter.workspace_id !== undefined && document.workspace_id !== filter.workspace_id) return false;
  if (filter.batch_id !== undefined && document.batch_id !== filter.batch_id) return false;
  if (filter.assignee_id === 'none' && document.assignee_id !== null) return false;
  if (filter.assignee_id === 'me') return null;
  if (filter.assignee_id !== undefined && filter.assignee_id !== 'none' && document.assignee_id !== filter.assignee_id)
    return false;
  return SERVER_ONLY.every((key) => filter[key] === undefined) ? true : null;
}

/**
 * Merges an updated document into the list: replaces its row, removes it when it no longer matches the filter, or inserts
 * it by creation time. A document beyond the last loaded row is left to the page it belongs to; so is a new one in a list
 * in another order.
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
  const sort = sortOf(filter);
  if (fits !== true || (sort !== '-created_at' && sort !== 'created_at')) return rows;
  const oldestFirst = sort === 'created_at';
  const place = rows.findIndex((row) =>
    oldestFirst ? row.created_at > document.created_at : row.created_at <= document.created_at,
  );
  if (place >= 0) return rows.toSpliced(place, 0, document);
  return complete ? [...rows, document] : rows;
}
