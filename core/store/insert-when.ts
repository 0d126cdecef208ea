import { getTableColumns, type InferInsertModel, SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { ControlDatabase, TenantDatabase } from '../db/connect.ts';

/**
 * `INSERT … SELECT … WHERE guard`: inserts a row only if a condition holds, as a statement for `batch`. D1 has no
 * interactive transactions, so batches use such guards. Every column must be given: defaults are not applied by INSERT
 * … SELECT.
 */
export function insertWhen<T extends SQLiteTable>(
  db: ControlDatabase | TenantDatabase,
  table: T,
  row: { readonly [K in keyof Required<InferInsertModel<T>>]: InferInsertModel<T>[K] | SQL },
  guard: SQL,
) {
  const given: Readonly<Record<string, unknown>> = row;
  const values = Object.entries(getTableColumns(table)).map(([name, column]) => {
    const value = given[name];
    if (value === undefined || value === null) return sql`NULL`;
    return value instanceof SQL ? value : sql`${sql.param(value, column)}`;
  });
  return db.insert(table).select(sql`SELECT ${sql.join(values, sql`, `)} WHERE ${guard}`);
}
