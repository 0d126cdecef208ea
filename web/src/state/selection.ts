import { signal } from '@preact/signals';

/** Documents selected for a bulk action. Tracked by id: rows may be inserted above them. */
export const selectedIds = signal<ReadonlySet<string>>(new Set());

type Rows = readonly { readonly id: string }[];

let anchor: string | null = null;

export function clearSelection(): void {
  anchor = null;
  if (selectedIds.peek().size > 0) selectedIds.value = new Set();
}

/** Selects the document or takes it out; ranges start here. */
export function toggleSelected(id: string): void {
  anchor = id;
  selectedIds.value = toggled(selectedIds.peek(), id);
}

/** Selects all rows between the last toggled one and this one. */
export function selectTo(rows: Rows, id: string): void {
  anchor ??= id;
  selectedIds.value = withRange(selectedIds.peek(), rows, anchor, id);
}

/** Selects all of these rows, or none if all are selected. */
export function toggleAll(rows: Rows): void {
  const all = rows.every(({ id }) => selectedIds.peek().has(id));
  anchor = null;
  selectedIds.value = new Set(all ? [] : rows.map(({ id }) => id));
}

export function deselect(ids: ReadonlySet<string>): void {
  selectedIds.value = new Set([...selectedIds.peek()].filter((id) => !ids.has(id)));
}

export function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The selection with the rows from one document to the other; one that is no longer in the list ends the range. */
export function withRange(selected: ReadonlySet<string>, rows: Rows, from: string, to: string): ReadonlySet<string> {
  const end = rows.findIndex(({ id }) => id === to);
  if (end < 0) return selected;
  const found = rows.findIndex(({ id }) => id === from);
  const start = found < 0 ? end : found;
  const range = rows.slice(Math.min(start, end), Math.max(start, end) + 1);
  return new Set([...selected, ...range.map(({ id }) => id)]);
}
