import { useEffect, useState } from 'preact/hooks';
import { readDocumentRow } from '../../api/documents.ts';
import { ApiFailure, SignedOut } from '../../api/problems.ts';
import { isAbort } from '../../api/request.ts';
import { clearSession, mayUse } from '../../state/session.ts';

/** Pause in scrolling after which the documents in view are read. */
const PAUSE_MS = 200;

/** By id; null for a document that is gone or out of reach. Kept while the application is open. */
const known = new Map<string, string | null>();

/** File names of documents, read one after the other once scrolling pauses. */
export function useDocumentNames(ids: readonly string[]): { readonly get: (id: string) => string | null | undefined } {
  const [, setRead] = useState(0);
  const wanted = [...new Set(ids)].filter((id) => !known.has(id)).join(' ');
  useEffect(() => {
    if (wanted === '' || !mayUse('documents.read')) return;
    const stop = new AbortController();
    const timer = setTimeout(
      () => void readNames(wanted.split(' '), stop.signal, () => setRead((n) => n + 1)),
      PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted]);
  return known;
}

async function readNames(ids: readonly string[], signal: AbortSignal, onRead: () => void): Promise<void> {
  for (const id of ids) {
    try {
      known.set(id, (await readDocumentRow(id, signal)).name);
    } catch (error) {
      if (isAbort(error)) return;
      if (error instanceof SignedOut) return clearSession();
      if (!(error instanceof ApiFailure)) return console.warn('a document could not be named', error);
      known.set(id, null);
    }
  }
  onRead();
}
