import { effect, signal } from '@preact/signals';
import type { DocumentView } from '#core/contract/documents';
import { listDocuments } from '../api/documents.ts';
import { SignedOut } from '../api/problems.ts';
import { isAbort } from '../api/request.ts';
import { refreshCounts } from './document-counts.ts';
import { addressOfFilter, type DocumentFilter, mergeDocument, queryOfFilter } from './document-filter.ts';
import { clearSelection } from './selection.ts';
import { clearSession, session } from './session.ts';

/** The largest page of the API: 10,000 documents take 50 requests. */
const PAGE_SIZE = 200;
/** Maximum number of pages loaded to find a document opened by URL: 5,000 documents. */
const MAX_PAGES_SOUGHT = 25;

/** Rows that are loaded again at once; those behind them come with scrolling. */
const MAX_ROWS_RELOADED = 2_000;

export type ListPhase = 'loading' | 'ready' | 'loading-more' | 'failed' | 'failed-more';

/**
 * The documents loaded so far. The list outlives its page: returning from a document restores it, and the document page
 * knows the neighbours.
 */
export const documentRows = signal<readonly DocumentView[]>([]);
export const listPhase = signal<ListPhase>('loading');
export const listFailure = signal<unknown>(null);
export const listFilter = signal<DocumentFilter>({});
/** The scroll position in CSS pixels, and the row that had the focus. */
export const listPlace = { scrollTop: 0, documentId: null as string | null };

const cursor = signal<string | null>(null);
let opened: string | null = null;
let loading = new AbortController();

export function hasMore(): boolean {
  return cursor.value !== null;
}

/** Opens the list with this filter. Returns true if it is loaded already; its rows and scroll position are kept. */
export function openList(filter: DocumentFilter): boolean {
  const address = addressOfFilter(filter);
  if (opened === address && listPhase.peek() !== 'failed') {
    void refreshFirstPage();
    return true;
  }
  opened = address;
  listFilter.value = filter;
  listPlace.scrollTop = 0;
  listPlace.documentId = null;
  clearSelection();
  void loadFirst();
  return false;
}

export async function loadFirst(): Promise<void> {
  listPhase.value = 'loading';
  documentRows.value = [];
  refreshCounts(listFilter.peek());
  await load(null);
}

/** Loads what is shown again, after a change of many documents. Rows stay until the new ones are there. */
export async function reloadRows(): Promise<void> {
  if (listPhase.peek() !== 'ready' && listPhase.peek() !== 'failed-more') return;
  const asked = opened;
  const wanted = Math.min(documentRows.peek().length, MAX_ROWS_RELOADED);
  const rows: DocumentView[] = [];
  let next: string | null = null;
  do {
    const page = await listDocuments(queryOfFilter(listFilter.peek()), { limit: PAGE_SIZE, cursor: next });
    if (asked !== opened || isLoading()) return;
    rows.push(...page.data);
    next = page.next_cursor;
  } while (next !== null && rows.length < wanted);
  documentRows.value = rows;
  cursor.value = next;
  refreshCounts(listFilter.peek());
}

const isLoading = () => listPhase.peek() === 'loading' || listPhase.peek() === 'loading-more';

export async function loadMore(): Promise<void> {
  const from = cursor.peek();
  if (from === null || listPhase.peek() === 'loading' || listPhase.peek() === 'loading-more') return;
  listPhase.value = 'loading-more';
  await load(from);
}

async function load(from: string | null): Promise<void> {
  loading.abort();
  loading = new AbortController();
  const { signal: abort } = loading;
  try {
    const page = await listDocuments(queryOfFilter(listFilter.peek()), { limit: PAGE_SIZE, cursor: from }, abort);
    // A document may have moved between two pages while they were read: keep each id once.
    const known = new Set(from === null ? [] : documentRows.peek().map(({ id }) => id));
    const fresh = page.data.filter(({ id }) => !known.has(id));
    documentRows.value = from === null ? fresh : [...documentRows.peek(), ...fresh];
    cursor.value = page.next_cursor;
    listPhase.value = 'ready';
  } catch (error) {
    if (isAbort(error)) return;
    if (error instanceof SignedOut) return clearSession();
    listFailure.value = error;
    listPhase.value = from === null ? 'failed' : 'failed-more';
  }
}

/** Reloads the first page and merges it. On failure the rows stay unchanged. */
export async function refreshFirstPage(): Promise<void> {
  if (listPhase.peek() === 'loading') return;
  const asked = opened;
  try {
    const page = await listDocuments(queryOfFilter(listFilter.peek()), { limit: PAGE_SIZE, cursor: null });
    if (asked !== opened) return;
    for (const document of page.data) applyDocument(document);
  } catch (error) {
    if (error instanceof SignedOut) clearSession();
    else console.warn('the list could not be refreshed', error);
  }
}

export function applyDocument(document: DocumentView): void {
  if (listPhase.peek() === 'loading') return;
  refreshCounts(listFilter.peek());
  documentRows.value = mergeDocument(documentRows.peek(), document, listFilter.peek(), cursor.peek() === null);
}

/** The document before (-1) or after (+1) this one among the loaded rows, or null. */
export function neighbourOf(id: string, step: -1 | 1): string | null {
  const rows = documentRows.value;
  const at = rows.findIndex((row) => row.id === id);
  return at < 0 ? null : (rows[at + step]?.id ?? null);
}

/** The same, loading the next page if needed. */
export async function findNeighbour(id: string, step: -1 | 1): Promise<string | null> {
  const loaded = neighbourOf(id, step);
  if (loaded !== null || step < 0 || documentRows.peek().at(-1)?.id !== id) return loaded;
  await loadMore();
  return neighbourOf(id, step);
}

/** For a document opened by URL, without a list: loads the list until it contains the document. */
export async function loadUntilFound(id: string): Promise<void> {
  if (opened !== null) return;
  opened = addressOfFilter({});
  const asked = opened;
  listFilter.value = {};
  await loadFirst();
  for (let page = 1; page < MAX_PAGES_SOUGHT && !documentRows.peek().some((row) => row.id === id); page++) {
    if (opened !== asked || !hasMore()) return;
    await loadMore();
  }
}

effect(() => {
  if (session.value.state !== 'signed-out') return;
  // Clear all data for the next user on this device.
  loading.abort();
  opened = null;
  documentRows.value = [];
  cursor.value = null;
  clearSelection();
});
