import { expect, it } from 'vitest';
import { type Page, pageQuery, readAllPages } from './page.ts';

it('leaves empty filters and the missing cursor out of the query', () => {
  expect(pageQuery(null, 50, { q: '', kind: 'failed' })).toBe('?limit=50&kind=failed');
  expect(pageQuery('a b', 50)).toBe('?limit=50&cursor=a+b');
});

it('reads a list page by page until there is no further cursor', async () => {
  const pages = new Map<string | null, Page<number>>([
    [null, { data: [1, 2], next_cursor: 'second' }],
    ['second', { data: [], next_cursor: 'third' }],
    ['third', { data: [3], next_cursor: null }],
  ]);
  const read: (string | null)[] = [];
  const items = await readAllPages(async (cursor) => {
    read.push(cursor);
    return pages.get(cursor) ?? { data: [], next_cursor: null };
  });
  expect(items).toEqual([1, 2, 3]);
  expect(read).toEqual([null, 'second', 'third']);
});
