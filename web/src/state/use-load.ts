import { useEffect, useState } from 'preact/hooks';
import { SignedOut } from '../api/problems.ts';
import { isAbort } from '../api/request.ts';
import { clearSession } from './session.ts';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: unknown }
  | { readonly state: 'ready'; readonly value: T };

/** Loads on mount and on `reload`; the previous value stays until the new one arrives. */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>): readonly [Loaded<T>, reload: () => void] {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    load(stop.signal).then(
      (value) => setLoaded({ state: 'ready', value }),
      (failure: unknown) => {
        if (isAbort(failure)) return;
        if (failure instanceof SignedOut) return clearSession();
        setLoaded({ state: 'failed', failure });
      },
    );
    return () => stop.abort();
  }, [tries]);
  return [loaded, () => setTries((now) => now + 1)];
}
