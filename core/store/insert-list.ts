import { getTableColumns, type InferInsertModel, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { ControlDatabase, TenantDatabase } from '../db/connect.ts';

/**
 * Inserts any number of rows by one statement with one bound value, each only if `guard` holds for it: D1 allows 100
 * bound values per statement. In the guard `value` is the JSON of the row, by the names of the schema. Every column
 * must be given: defaults are not applied by INSERT … SELECT.
 */
export function insertList<T extends SQLiteTable>(
  db: ControlDatabase | TenantDatabase,
  table: T,
  rows: readonly { readonly [K in keyof Required<InferInsertModel<T>>]: InferInsertModel<T>[K] }[],
  guard: SQL,
) {
  const values = Object.keys(getTableColumns(table)).map((name) => sql`json_extract(value, ${`$.${name}`})`);
  return db
    .insert(table)
    .select(sql`SELECT ${sql.join(values, sql`, `)} FROM json_each(${JSON.stringify(rows)}) WHERE ${guard}`);
}
