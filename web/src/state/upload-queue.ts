/** The upload queue as plain data, without network access. */

export type UploadState = 'waiting' | 'sending' | 'accepted' | 'failed' | 'cancelled';

export interface UploadItem {
  /** Also the idempotency key of the file. */
  readonly id: string;
  readonly name: string;
  /** Bytes of the file. */
  readonly size: number;
  readonly state: UploadState;
  /** Share sent in [0, 1]. */
  readonly progress: number;
  readonly documentId: string | null;
  /** Reason of the failure, shown to the user. */
  readonly reason: string | null;
}

export type UploadQueue = readonly UploadItem[];

/** Browsers open six connections per host over HTTP/1.1; half of them stay free for the page. */
export const MAX_PARALLEL_UPLOADS = 3;

export function addUploads(
  queue: UploadQueue,
  files: readonly { readonly id: string; readonly name: string; readonly size: number }[],
): UploadQueue {
  const added = files.map(({ id, name, size }) => {
    return { id, name, size, state: 'waiting', progress: 0, documentId: null, reason: null } as const;
  });
  return [...queue, ...added];
}

/** The waiting items that may start now, oldest first. */
export function startable(queue: UploadQueue): readonly UploadItem[] {
  const free = MAX_PARALLEL_UPLOADS - queue.filter(({ state }) => state === 'sending').length;
  return queue.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free));
}

function change(queue: UploadQueue, id: string, next: (item: UploadItem) => UploadItem): UploadQueue {
  return queue.map((item) => (item.id === id ? next(item) : item));
}

export function markSending(queue: UploadQueue, id: string): UploadQueue {
  return change(queue, id, (item) => ({ ...item, state: 'sending', progress: 0, reason: null }));
}

/** Ignores late progress events of items that have ended. */
export function markProgress(queue: UploadQueue, id: string, sent: number, total: number): UploadQueue {
  const share = total > 0 ? Math.min(1, sent / total) : 0;
  return change(queue, id, (item) => (item.state === 'sending' ? { ...item, progress: share } : item));
}

export function markAccepted(queue: UploadQueue, id: string, documentId: string): UploadQueue {
  return change(queue, id, (item) => ({ ...item, state: 'accepted', progress: 1, documentId }));
}

export function markFailed(queue: UploadQueue, id: string, reason: string): UploadQueue {
  return change(queue, id, (item) => ({ ...item, state: 'failed', reason }));
}

export function markCancelled(queue: UploadQueue, id: string): UploadQueue {
  return change(queue, id, (item) => (isEnded(item) ? item : { ...item, state: 'cancelled' }));
}

/** Requeues a failed or cancelled item at its old position. */
export function markRetry(queue: UploadQueue, id: string): UploadQueue {
  return change(queue, id, (item) =>
    item.state === 'failed' || item.state === 'cancelled'
      ? { ...item, state: 'waiting', progress: 0, reason: null }
      : item,
  );
}

export function removeEnded(queue: UploadQueue): UploadQueue {
  return queue.filter((item) => !isEnded(item));
}

export function isEnded({ state }: UploadItem): boolean {
  return state === 'accepted' || state === 'failed' || state === 'cancelled';
}

export interface UploadTotals {
  readonly files: number;
  readonly active: number;
  readonly accepted: number;
  readonly failed: number;
  /** Share of bytes sent in [0, 1], without cancelled files. */
  readonly progress: number;
}

export function totalsOf(queue: UploadQueue): UploadTotals {
  const counted = queue.filter(({ state }) => state !== 'cancelled');
  // One extra byte each, so that empty files count too.
  const bytes = counted.reduce((sum, { size }) => sum + size + 1, 0);
  const sent = counted.reduce((sum, item) => sum + (item.size + 1) * (isEnded(item) ? 1 : item.progress), 0);
  return {
    files: queue.length,
    active: queue.filter((item) => !isEnded(item)).length,
    accepted: queue.filter(({ state }) => state === 'accepted').length,
    failed: queue.filter(({ state }) => state === 'failed').length,
    progress: bytes === 0 ? 0 : sent / bytes,
  };
}
