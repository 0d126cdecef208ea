import { signal } from '@preact/signals';
import type { BulkBody } from '#core/contract/review';
import { changeDocuments } from '../../api/documents.ts';
import { reloadRows } from '../../state/document-list.ts';
import { deselect } from '../../state/selection.ts';
import { showToast } from '../../state/toasts.ts';

/** A bulk action without its documents. */

export interface BulkProgress {
  /** The action in progress, as "Approving". */
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

/** Documents that an action left as they are, with the error code of each. */
export interface BulkFailure {
  readonly id: string;
  readonly code: string;
}

export const bulkProgress = signal<BulkProgress | null>(null);
export const bulkFailures = signal<readonly BulkFailure[]>([]);

/** Documents per request: about a second of work, so that progress shows. */
const CHUNK = 100;

/**
 * Applies an action to documents, some at a time. Those it worked on leave the selection; the others stay selected and are
 * listed with the reason. A failed request ends it; what is done stays done.
 */
export async function runBulk(
  ids: readonly string[],
  words: { readonly doing: string; readonly done: string },
  bodyOf: (ids: string[]) => BulkBody,
): Promise<void> {
  const failures: BulkFailure[] = [];
  let done = 0;
  bulkFailures.value = [];
  try {
    for (let start = 0; start < ids.length; start += CHUNK) {
      bulkProgress.value = { label: words.doing, done: start, total: ids.length };
      const { results } = await changeDocuments(bodyOf(ids.slice(start, start + CHUNK)));
      const changed = new Set(results.filter(({ ok }) => ok).map(({ id }) => id));
      done += changed.size;
      failures.push(...results.filter(({ ok }) => !ok).map(({ id, code }) => ({ id, code: code ?? 'internal_error' })));
      deselect(changed);
    }
  } finally {
    bulkProgress.value = null;
    bulkFailures.value = failures;
    if (done > 0) showToast(`${done.toLocaleString()} ${done === 1 ? 'document' : 'documents'} ${words.done}.`);
    await reloadRows();
  }
}
