import { useEffect, useState } from 'preact/hooks';
import type { ApiKeyView } from '#core/contract/api-keys';
import type { Page } from '../../api/account.ts';
import { listApiKeys } from '../../api/api-keys.ts';
import { SignedOut } from '../../api/problems.ts';
import { isAbort } from '../../api/request.ts';
import { leaveSession } from '../../state/session.ts';
import type { Loaded } from '../../state/use-load.ts';

export interface ApiKeys {
  /** The pages read so far as one. */
  readonly list: Loaded<Page<ApiKeyView>>;
  readonly reload: () => void;
  readonly loadMore: () => void;
}

export function useApiKeys(): ApiKeys {
  const [list, setList] = useState<Loaded<Page<ApiKeyView>>>({ state: 'loading' });
  const [tries, setTries] = useState(0);
  const load = async (cursor: string | null, before: readonly ApiKeyView[], signal?: AbortSignal) => {
    try {
      const page = await listApiKeys(cursor, signal);
      setList({ state: 'ready', value: { ...page, data: [...before, ...page.data] } });
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
      if (list.state === 'ready' && list.value.next_cursor !== null) void load(list.value.next_cursor, list.value.data);
    },
  };
}
