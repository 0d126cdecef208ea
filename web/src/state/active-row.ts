/** A row of the list that the keyboard is at: kept by its document, because documents arrive above it. */
export interface ActiveRow {
  readonly id: string;
  /** Where it was last; counts once its document has left the list. */
  readonly row: number;
}

/** The place of the active row among these, or -1. A document that left the list hands over to the one in its place. */
export function placeOf(active: ActiveRow | null, rows: readonly { readonly id: string }[]): number {
  if (active === null) return -1;
  const at = rows.findIndex(({ id }) => id === active.id);
  return at >= 0 ? at : Math.min(active.row, rows.length - 1);
}

/** The active row at this place; kept within the list, and null where there is none. */
export function activeRowAt(place: number, rows: readonly { readonly id: string }[]): ActiveRow | null {
  const row = Math.max(0, Math.min(rows.length - 1, place));
  const document = rows[row];
  return document === undefined ? null : { id: document.id, row };
}
