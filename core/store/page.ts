import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { CursorPosition } from './cursor.ts';

/**
 * One page of a list. Every list function takes `(db, organizationId, filter, page)`, omitting what it does not need,
 * and compares its cursor as a row value.
 */
export interface PageRequest {
  /** Number of rows to read: one more than the page shows, to detect whether there is a next page. */
  readonly limit: number;
  readonly after?: CursorPosition | undefined;
}

/**
 * Restricts a newest-first list to the rows after the cursor. Compares `(at, id)` as a row value, so that one index over
 * both columns serves the query. Without a cursor it restricts nothing.
 */
export const olderThan = (at: SQLiteColumn, id: SQLiteColumn, after: CursorPosition | undefined): SQL | undefined =>
  after && sql`(${at}, ${id}) < (${after.at}, ${after.id})`;

/** The same for an oldest-first list. */
export const newerThan = (at: SQLiteColumn, id: SQLiteColumn, after: CursorPosition | undefined): SQL | undefined =>
  after && sql`(${at}, ${id}) > (${after.at}, ${after.id})`;
