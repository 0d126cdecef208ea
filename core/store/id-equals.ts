import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

/** Compares an id column with text from outside, such as a path parameter, which may have any form. */
export const idEquals = (column: SQLiteColumn, text: string): SQL => sql`${column} = ${text}`;
