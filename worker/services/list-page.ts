import { AppError } from '#core/platform/errors';
import { type CursorPosition, decodeCursor, encodeCursor } from '#core/store/cursor';
import type { PageRequest } from '#core/store/page';

/** Returns the requested page plus one row. @throws AppError `bad_request` for an invalid cursor */
export const pageRequest = (query: { readonly limit: number; readonly cursor?: string | undefined }): PageRequest => ({
  limit: query.limit + 1,
  after: readCursor(query.cursor),
});

/** Returns the cursor position of a row in a list ordered by creation time. */
export const byCreation = (row: { readonly createdAt: number; readonly id: string }): CursorPosition => ({
  at: row.createdAt,
  id: row.id,
});

/** Decodes a cursor. @throws AppError `bad_request` for text that is not a cursor of this API */
export function readCursor(cursor: string | undefined): CursorPosition | undefined {
  if (cursor === undefined) return undefined;
  const position = decodeCursor(cursor);
  if (position === null)
    throw new AppError('bad_request', 'The cursor is not valid. Use the next_cursor of the previous page.');
  return position;
}

/** Turns the `limit + 1` rows of a list into a page; the extra row means that there is a next page. */
export function pageOf<Row, View>(
  rows: readonly Row[],
  limit: number,
  positionOf: (row: Row) => CursorPosition,
  view: (row: Row) => View,
): { data: View[]; next_cursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { data: page.map(view), next_cursor: more ? encodeCursor(positionOf(last)) : null };
}
