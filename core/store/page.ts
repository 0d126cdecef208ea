import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { CursorPosition } from './cursor.ts';

/**
 * The rows behind the last one that was shown, in a list that is ordered by time and id: as row values, so that one
 * index over both is walked from there. Without a position all rows.
 */
export const olderThan = (at: SQLiteColumn, id: SQLiteColumn, after: CursorPosition | undefined): SQL | undefined =>
  after && sql`(${at}, ${id}) < (${after.at}, ${after.id})`;

/** The same for lists that begin with the oldest. */
export const newerThan = (at: SQLiteColumn, id: SQLiteColumn, after: CursorPosition | undefined): SQL | undefined =>
  after && sql`(${at}, ${id}) > (${after.at}, ${after.id})`;
