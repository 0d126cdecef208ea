import { signal } from '@preact/signals';
import type { DocumentCounts } from '#core/contract/documents';
import { countDocuments } from '../api/documents.ts';
import { SignedOut } from '../api/problems.ts';
import { isAbort } from '../api/request.ts';
import { addressOfFilter, type DocumentFilter, queryOfFilter } from './document-filter.ts';
import { clearSession } from './session.ts';

/** Documents of each status that fit the filter; null while they are counted for the first time. */
export const documentCounts = signal<DocumentCounts | null>(null);

/** Changes of a batch arrive in bursts and are counted once. */
const PAUSE_MS = 400;

let counted: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let counting = new AbortController();

/** Counts again: at once for another filter, after a pause for a change of documents. */
export function refreshCounts(filter: DocumentFilter): void {
  const { status: _status, sort: _sort, ...narrowing } = filter;
  const address = addressOfFilter(narrowing);
  const changed = counted !== address;
  if (changed) documentCounts.value = null;
  counted = address;
  clearTimeout(timer);
  timer = setTimeout(() => void count(narrowing), changed ? 0 : PAUSE_MS);
}

async function count(filter: DocumentFilter): Promise<void> {
  counting.abort();
  counting = new AbortController();
  try {
    documentCounts.value = await countDocuments(queryOfFilter(filter), counting.signal);
  } catch (error) {
    if (isAbort(error)) return;
    if (error instanceof SignedOut) return clearSession();
    // The list works without counts; the next change counts again.
    console.warn('the documents could not be counted', error);
  }
}
