import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { documentRows, hasMore, listPhase, loadMore, neighbourOf, openList } from './document-list.ts';
import { session } from './session.ts';

interface Call {
  readonly query: URLSearchParams;
  readonly answer: (ids: readonly string[], next: string | null) => Promise<void>;
  readonly fail: (status: number) => Promise<void>;
}

const calls: Call[] = [];
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  calls.length = 0;
  session.value = { state: 'signed-out' };
  vi.stubGlobal('fetch', (url: string, { signal }: { signal?: AbortSignal } = {}) => {
    // The counts of the chips are another matter.
    if (url.includes('/documents/counts')) return Promise.resolve(Response.json({ counts: {}, limit: 1 }));
    return new Promise<Response>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      calls.push({
        query: new URL(url, 'https://x.invalid').searchParams,
        answer: (ids, next) => {
          resolve(
            Response.json({ data: ids.map((id) => ({ id, created_at: id, updated_at: id })), next_cursor: next }),
          );
          return settle().then(settle);
        },
        fail: (status) => {
          resolve(new Response('', { status }));
          return settle().then(settle);
        },
      });
    });
  });
});
afterEach(() => vi.unstubAllGlobals());

const ids = () => documentRows.value.map(({ id }) => id);

describe('the list of documents', () => {
  it('follows the cursor to the end', async () => {
    openList({});
    await calls[0]?.answer(['d', 'c'], 'next');
    expect(hasMore()).toBe(true);
    void loadMore();
    expect(calls[1]?.query.get('cursor')).toBe('next');
    await calls[1]?.answer(['b', 'a'], null);
    expect(ids()).toEqual(['d', 'c', 'b', 'a']);
    expect(hasMore()).toBe(false);
  });

  it('shows a document once if it moved to the next page in the meantime', async () => {
    openList({});
    await calls[0]?.answer(['c', 'b'], 'next');
    void loadMore();
    await calls[1]?.answer(['b', 'a'], null);
    expect(ids()).toEqual(['c', 'b', 'a']);
  });

  it('ignores a late response for an earlier filter', async () => {
    openList({});
    openList({ status: 'failed' });
    await calls[0]?.answer(['old'], null);
    await calls[1]?.answer(['new'], null);
    expect(ids()).toEqual(['new']);
  });

  it('keeps its rows when a further page fails, and can continue', async () => {
    openList({});
    await calls[0]?.answer(['b'], 'next');
    void loadMore();
    await calls[1]?.fail(503);
    expect([listPhase.value, ids()]).toEqual(['failed-more', ['b']]);
    void loadMore();
    await calls[2]?.answer(['a'], null);
    expect(ids()).toEqual(['b', 'a']);
  });

  it('is kept when returning to it, and knows the neighbours of a document', async () => {
    expect(openList({ q: 'x' })).toBe(false);
    await calls[0]?.answer(['c', 'b', 'a'], null);
    expect(openList({ q: 'x' })).toBe(true);
    expect([neighbourOf('b', -1), neighbourOf('b', 1), neighbourOf('a', 1), neighbourOf('zz', 1)]).toEqual([
      'c',
      'a',
      null,
      null,
    ]);
  });

  it('is cleared on sign-out', async () => {
    openList({});
    await calls[0]?.answer(['a'], 'next');
    session.value = { state: 'unknown' };
    session.value = { state: 'signed-out' };
    expect([ids(), hasMore()]).toEqual([[], false]);
    expect(openList({})).toBe(false);
  });
});
