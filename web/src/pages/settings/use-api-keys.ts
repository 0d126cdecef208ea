import { useEffect, useState } from 'preact/hooks';
import type { ApiKeyView } from '#core/contract/api-keys';
import { listApiKeys } from '../../api/api-keys.ts';
import { SignedOut } from '../../api/problems.ts';
import { isAbort } from '../../api/request.ts';
import { leaveSession } from '../../state/session.ts';

export type KeyList =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: unknown }
  | { readonly state: 'ready'; readonly keys: readonly ApiKeyView[]; readonly nextCursor: string | null };

export interface ApiKeys {
  readonly list: KeyList;
  readonly reload: () => void;
  readonly loadMore: () => void;
}

export function useApiKeys(): ApiKeys {
  const [list, setList] = useState<KeyList>({ state: 'loading' });
  const [tries, setTries] = useState(0);
  const load = async (cursor: string | null, before: readonly ApiKeyView[], signal?: AbortSignal) => {
    try {
      const page = await listApiKeys(cursor, signal);
      setList({ state: 'ready', keys: [...before, ...page.data], nextCursor: page.next_cursor });
    } catch (failure) {
      if (isAbort(failure)) return;
      if (failure instanceof SignedOut) return leaveSession();
      setList({ state: 'failed', failure });
    }
  };
  useEffect(() => {
    const stop = new AbortController();
    void load(null, [], stop.signal);
    return () => stop.abort();
  }, [tries]);
  return {
    list,
    reload: () => setTries((now) => now + 1),
    loadMore: () => {
      if (list.state === 'ready' && list.nextCursor !== null) void load(list.nextCursor, list.keys);
    },
  };
}
