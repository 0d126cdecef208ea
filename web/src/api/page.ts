/** One page of a list as the API answers it. */
export interface Page<Item> {
  readonly data: readonly Item[];
  readonly next_cursor: string | null;
}

/** The query of one page; `rest` without what is empty. */
export function pageQuery(cursor: string | null, limit: number, rest: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ limit: String(limit) });
  for (const [name, value] of Object.entries(rest)) if (value !== '') query.set(name, value);
  if (cursor !== null) query.set('cursor', cursor);
  return `?${query}`;
}
