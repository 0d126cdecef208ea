import { AppError } from '#core/platform/errors';
import { type CursorPosition, decodeCursor, encodeCursor } from '#core/store/cursor';

/** Where a list goes on. @throws AppError `bad_request` for a cursor that is not ours */
export function readCursor(cursor: string | undefined): CursorPosition | undefined {
  if (cursor === undefined) return undefined;
  const position = decodeCursor(cursor);
  if (position === null) throw new AppError('bad_request', 'The cursor is not one that this list gave out.');
  return position;
}

/** Cuts the `limit + 1` rows a list read into a page; the extra row says that there is another one. */
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
