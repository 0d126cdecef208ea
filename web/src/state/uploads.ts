import { effect, signal, untracked } from '@preact/signals';
import type { DocumentView } from '#core/contract/documents';
import { SignedOut } from '../api/problems.ts';
import { type FileToSend, type FileTransfer, sendFile, TransferCancelled } from '../api/send-file.ts';
import { describeFailure } from '../wording/describe-failure.ts';
import { clearSession, session } from './session.ts';
import * as queue from './upload-queue.ts';

/** Runs the upload queue outside of the pages, so that leaving a page does not stop uploads. */
export const uploads = signal<queue.UploadQueue>([]);

type ChosenFile = Omit<FileToSend, 'key'>;

const files = new Map<string, ChosenFile>();
const transfers = new Map<string, FileTransfer>();
const acceptedListeners = new Set<(document: DocumentView) => void>();

/** Subscribes to documents accepted by the API. Returns the unsubscribe function. */
export function listenAccepted(listener: (document: DocumentView) => void): () => void {
  acceptedListeners.add(listener);
  return () => acceptedListeners.delete(listener);
}

/**
 * @param workspaceId workspace for the documents; null for none
 * @param templateId template to process them with; null to let the engine choose
 */
export function uploadFiles(
  chosen: readonly File[],
  workspaceId: string | null,
  templateId: string | null = null,
): void {
  const added = chosen.map((file) => {
    const id = crypto.randomUUID();
    files.set(id, { file, workspaceId, templateId });
    return { id, name: file.name, size: file.size };
  });
  uploads.value = queue.addUploads(uploads.value, added);
  startNext();
}

export function cancelUpload(id: string): void {
  uploads.value = queue.markCancelled(uploads.value, id);
  transfers.get(id)?.cancel();
  startNext();
}

export function retryUpload(id: string): void {
  uploads.value = queue.markRetry(uploads.value, id);
  startNext();
}

export function clearEndedUploads(): void {
  for (const item of uploads.value) if (queue.isEnded(item)) files.delete(item.id);
  uploads.value = queue.removeEnded(uploads.value);
}

function startNext(): void {
  for (const { id } of queue.startable(uploads.value)) void run(id);
}

async function run(id: string): Promise<void> {
  const chosen = files.get(id);
  if (!chosen) throw new TypeError('an upload in the queue has no file');
  uploads.value = queue.markSending(uploads.value, id);
  const transfer = sendFile({ ...chosen, key: id }, (sent, total) => {
    uploads.value = queue.markProgress(uploads.value, id, sent, total);
  });
  transfers.set(id, transfer);
  try {
    const { document } = await transfer.done;
    uploads.value = queue.markAccepted(uploads.value, id, document.id);
    files.delete(id);
    for (const listener of [...acceptedListeners]) listener(document);
  } catch (error) {
    if (error instanceof SignedOut) clearSession();
    // Cancelled items already have their final state.
    if (!(error instanceof TransferCancelled))
      uploads.value = queue.markFailed(uploads.value, id, describeFailure(error).detail);
  } finally {
    transfers.delete(id);
    startNext();
  }
}

/** Asks for confirmation before closing a page with unfinished uploads. */
const warnBeforeClose = (event: BeforeUnloadEvent): void => event.preventDefault();

effect(() => {
  const active = uploads.value.some((item) => !queue.isEnded(item));
  if (active) addEventListener('beforeunload', warnBeforeClose);
  else removeEventListener('beforeunload', warnBeforeClose);
});

effect(() => {
  if (session.value.state !== 'signed-out') return;
  // Files selected by one user must not be sent on behalf of the next.
  untracked(() => {
    for (const { id } of uploads.value) cancelUpload(id);
    clearEndedUploads();
  });
});
