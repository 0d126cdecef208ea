/** The row selected by keyboard. Tracked by document, because new documents may be inserted above it. */
export interface ActiveRow {
  readonly id: string;
  /** Its last position; used once its document has left the list. */
  readonly row: number;
}

/** The position of the active row, or -1. When its document has left the list, the row now at its position is active. */
export function placeOf(active: ActiveRow | null, rows: readonly { readonly id: string }[]): number {
  if (active === null) return -1;
  const at = rows.findIndex(({ id }) => id === active.id);
  return at >= 0 ? at : Math.min(active.row, rows.length - 1);
}

/** The active row at a position, clamped to the list; null for an empty list. */
export function activeRowAt(place: number, rows: readonly { readonly id: string }[]): ActiveRow | null {
  const row = Math.max(0, Math.min(rows.length - 1, place));
  const document = rows[row];
  return document === undefined ? null : { id: document.id, row };
}
