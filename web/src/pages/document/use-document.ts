import { useEffect, useState } from 'preact/hooks';
import type { DocumentView } from '#core/contract/documents';
import type { Result } from '#core/contract/result';
import { isTerminal } from '#core/domain/document-status';
import { readDocument, readResult } from '../../api/documents.ts';
import { codeOf, SignedOut } from '../../api/problems.ts';
import { isAbort } from '../../api/request.ts';
import { applyDocument } from '../../state/document-list.ts';
import { noteProgress } from '../../state/document-updates.ts';
import { listenLive, liveState } from '../../state/live.ts';
import { clearSession } from '../../state/session.ts';

export type DocumentState =
  | { readonly state: 'loading' }
  | { readonly state: 'unreachable'; readonly failure: unknown }
  | { readonly state: 'in-progress' | 'failed' | 'without-result'; readonly document: DocumentView }
  | { readonly state: 'read'; readonly document: DocumentView; readonly result: Result };

const POLL_MS = 1_500;
/** Polling interval while the live connection is up, as a fallback. */
const SLOW_POLL_MS = 6_000;

/** A document with its result; kept current by live messages and polling until processing ends. */
export function useDocument(id: string): readonly [DocumentState, () => void] {
  const [state, setState] = useState<DocumentState>({ state: 'loading' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last: DocumentState = { state: 'loading' };
    const show = (next: DocumentState) => {
      last = next;
      setState(next);
    };

    const read = async () => {
      clearTimeout(timer);
      try {
        const next = await load(id, stop.signal);
        if (stop.signal.aborted) return;
        show(next);
        if ('document' in next) applyDocument(next.document);
        if (next.state === 'in-progress')
          timer = setTimeout(read, liveState.peek() === 'open' ? SLOW_POLL_MS : POLL_MS);
      } catch (error) {
        if (isAbort(error)) return;
        if (error instanceof SignedOut) return clearSession();
        // A document already shown stays on screen; the next attempt may succeed.
        if (last.state === 'loading') show({ state: 'unreachable', failure: error });
        else timer = setTimeout(read, SLOW_POLL_MS);
      }
    };

    const stopLive = listenLive((message) => {
      if (message.document_id !== id) return;
      if (message.type === 'document.progress') noteProgress(id, { stage: message.stage, share: message.progress });
      else void read();
    });
    void read();
    return () => {
      stop.abort();
      clearTimeout(timer);
      stopLive();
    };
  }, [id, tries]);
  return [
    state,
    () => {
      setState({ state: 'loading' });
      setTries((now) => now + 1);
    },
  ];
}

async function load(id: string, signal: AbortSignal): Promise<DocumentState> {
  const { result, ...document } = await readDocument(id, signal);
  if (document.status === 'failed') return { state: 'failed', document };
  if (!isTerminal(document.status)) return { state: 'in-progress', document };
  if (result) return { state: 'read', document, result };
  try {
    return { state: 'read', document, result: await readResult(id, signal) };
  } catch (error) {
    // Rejected before processing: there is only the original.
    if (codeOf(error) === 'not_ready') return { state: 'without-result', document };
    throw error;
  }
}
