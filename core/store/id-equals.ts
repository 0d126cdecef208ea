import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

/** Compares an id column with external text, such as a path parameter, which may have any format. */
export const idEquals = (column: SQLiteColumn, text: string): SQL => sql`${column} = ${text}`;
