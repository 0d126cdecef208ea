import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isTerminal } from '#core/domain/document-status';
import { readDocument } from '../api/documents.ts';
import { ApiFailure, SignedOut } from '../api/problems.ts';
import { applyDocument, documentRows, refreshFirstPage } from './document-list.ts';
import { listenLive, liveState } from './live.ts';
import { clearSession } from './session.ts';
import { listenAccepted } from './uploads.ts';

export interface Progress {
  readonly stage: string;
  /** Completed share in [0, 1]. */
  readonly share: number;
}

/** Progress of documents being processed, by id. */
export const progressById = signal<ReadonlyMap<string, Progress>>(new Map());

/** Updates of a batch arrive in bursts and are read together. */
const DEBOUNCE_MS = 150;
/** Above this number, reloading one page of the list is cheaper than reading each document. */
const FEW_DOCUMENTS = 8;
const POLL_MS = 4_000;

const changed = new Set<string>();
let scheduled = false;

function noteChange(id: string): void {
  changed.add(id);
  if (scheduled) return;
  scheduled = true;
  setTimeout(() => {
    scheduled = false;
    void readChanged();
  }, DEBOUNCE_MS);
}

async function readChanged(): Promise<void> {
  const ids = [...changed];
  changed.clear();
  if (ids.length > FEW_DOCUMENTS) return refreshFirstPage();
  for (const id of ids) {
    try {
      const { result: _result, ...document } = await readDocument(id);
      applyDocument(document);
      if (isTerminal(document.status)) forgetProgress(id);
    } catch (error) {
      if (error instanceof SignedOut) return clearSession();
      // Deleted in the meantime, or the server is unreachable: the next poll or message will update the list.
      if (!(error instanceof ApiFailure)) console.warn('a changed document could not be read', error);
    }
  }
}

export function noteProgress(id: string, progress: Progress): void {
  progressById.value = new Map(progressById.peek()).set(id, progress);
}

function forgetProgress(id: string): void {
  const rest = new Map(progressById.peek());
  rest.delete(id);
  progressById.value = rest;
}

/** Keeps the list current while its page is shown: by live messages, or by polling while the connection is down. */
export function useDocumentUpdates(): void {
  useEffect(() => {
    const stopLive = listenLive((message) => {
      if (message.type === 'document.progress') {
        noteProgress(message.document_id, { stage: message.stage, share: message.progress });
      } else {
        noteChange(message.document_id);
      }
    });
    const stopAccepted = listenAccepted(applyDocument);
    // Updates while the socket was down were missed.
    let missed = false;
    const stopState = liveState.subscribe((state) => {
      if (state === 'down') missed = true;
      if (state !== 'open' || !missed) return;
      missed = false;
      void refreshFirstPage();
    });
    const poll = setInterval(() => {
      const waiting = documentRows.peek().some(({ status }) => !isTerminal(status));
      if (liveState.peek() !== 'open' && waiting && document.visibilityState === 'visible') void refreshFirstPage();
    }, POLL_MS);
    return () => {
      stopLive();
      stopAccepted();
      stopState();
      clearInterval(poll);
    };
  }, []);
}
