import { useEffect, useRef, useState } from 'preact/hooks';
import type { Page } from '../api/page.ts';
import { SignedOut } from '../api/problems.ts';
import { isAbort } from '../api/request.ts';
import { clearSession } from './session.ts';
import { showFailure } from './toasts.ts';
import type { Loaded } from './use-load.ts';

export interface Pages<Item> {
  /** All pages read so far, as one. */
  readonly list: Loaded<Page<Item>>;
  /** Starts over with the first page; the present rows stay until it arrives. */
  readonly reload: () => void;
  /** Reads the next page. Does nothing at the end of the list, or while the next page is being read. */
  readonly loadMore: () => void;
}

/** A list read page by page. When `key` changes, it starts over. */
export function usePages<Item>(
  load: (cursor: string | null, signal: AbortSignal) => Promise<Page<Item>>,
  key = '',
): Pages<Item> {
  const [list, setList] = useState<Loaded<Page<Item>>>({ state: 'loading' });
  const [tries, setTries] = useState(0);
  const running = useRef(new AbortController());
  const reading = useRef<string | null>(null);
  const read = async (cursor: string | null, before: readonly Item[]) => {
    running.current.abort();
    const stop = new AbortController();
    running.current = stop;
    reading.current = cursor;
    try {
      const page = await load(cursor, stop.signal);
      setList({ state: 'ready', value: { ...page, data: [...before, ...page.data] } });
    } catch (failure) {
      if (isAbort(failure)) return;
      if (failure instanceof SignedOut) return clearSession();
      // The rows already read stay, and so does the button that reads more.
      if (cursor !== null) return showFailure(failure);
      setList({ state: 'failed', failure });
    } finally {
      if (running.current === stop) reading.current = null;
    }
  };
  useEffect(() => {
    void read(null, []);
    return () => running.current.abort();
  }, [tries, key]);
  return {
    list,
    reload: () => setTries((now) => now + 1),
    loadMore: () => {
      if (list.state !== 'ready' || list.value.next_cursor === null) return;
      if (reading.current !== list.value.next_cursor) void read(list.value.next_cursor, list.value.data);
    },
  };
}
