import { useEffect, useRef, useState } from 'preact/hooks';
import type { Page } from '../api/page.ts';
import { SignedOut } from '../api/problems.ts';
import { isAbort } from '../api/request.ts';
import { leaveSession } from './session.ts';
import { showFailure } from './toasts.ts';
import type { Loaded } from './use-load.ts';

export interface Pages<Item> {
  /** The pages read so far as one. */
  readonly list: Loaded<Page<Item>>;
  /** Begins again with the first page; what is shown stays until it is there. */
  readonly reload: () => void;
  readonly loadMore: () => void;
}

/** A list that is read page by page. `key`: another one is another list. */
export function usePages<Item>(
  load: (cursor: string | null, signal: AbortSignal) => Promise<Page<Item>>,
  key = '',
): Pages<Item> {
  const [list, setList] = useState<Loaded<Page<Item>>>({ state: 'loading' });
  const [tries, setTries] = useState(0);
  const running = useRef(new AbortController());
  const read = async (cursor: string | null, before: readonly Item[]) => {
    running.current.abort();
    const stop = new AbortController();
    running.current = stop;
    try {
      const page = await load(cursor, stop.signal);
      setList({ state: 'ready', value: { ...page, data: [...before, ...page.data] } });
    } catch (failure) {
      if (isAbort(failure)) return;
      if (failure instanceof SignedOut) return leaveSession();
      // What is read already stays: only the rest is missing, and the button for it is still there.
      if (cursor !== null) return showFailure(failure);
      setList({ state: 'failed', failure });
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
      if (list.state === 'ready' && list.value.next_cursor !== null) void read(list.value.next_cursor, list.value.data);
    },
  };
}
