/** One page of a list, as the API returns it. */
export interface Page<Item> {
  readonly data: readonly Item[];
  readonly next_cursor: string | null;
}

/** The largest page that the API returns; for lists that are read as a whole. */
export const LARGEST_PAGE = 200;

/** The query string of one page; empty values of `rest` are left out. */
export function pageQuery(cursor: string | null, limit: number, rest: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ limit: String(limit) });
  for (const [name, value] of Object.entries(rest)) if (value !== '') query.set(name, value);
  if (cursor !== null) query.set('cursor', cursor);
  return `?${query}`;
}

/** Reads every page of a list, for choosing one of its items. */
export async function readAllPages<Item>(
  load: (cursor: string | null) => Promise<Page<Item>>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await load(cursor);
    items.push(...page.data);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return items;
}
