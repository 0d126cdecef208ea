import { and, asc, eq, getTableName, is, lte, sql, Table } from 'drizzle-orm';
import type { ControlDatabase, TenantDatabase } from '../db/connect.ts';
import * as administration from '../db/schema/administration.ts';
import * as control from '../db/schema/control.ts';
import * as signIn from '../db/schema/sign-in.ts';
import * as tenant from '../db/schema/tenant.ts';
import { outbox } from '../db/schema/tenant.ts';
import * as workspaces from '../db/schema/workspaces.ts';

/** All queries without a tenant, by name. Must not be called from routes that serve tenants. */

const tablesOf = (schemas: readonly Readonly<Record<string, unknown>>[]): readonly Table[] =>
  schemas.flatMap((schema) => Object.values(schema)).filter((each) => is(each, Table));

/** Tables by database: control data, and tenant data. */
export const CONTROL_TABLES = tablesOf([administration, control, signIn, workspaces]);
export const TENANT_TABLES = tablesOf([tenant]);

const TABLES = [...new Set([...CONTROL_TABLES, ...TENANT_TABLES].map(getTableName))];

/**
 * Resolves if the database responds and has every table this build uses. @throws Error before the migrations have run
 */
export async function pingControl(db: ControlDatabase): Promise<void> {
  const [row] = await db.all<{ found: number }>(
    sql`SELECT count(*) AS found FROM sqlite_master WHERE type = 'table' AND name IN ${TABLES}`,
  );
  if (row?.found !== TABLES.length)
    throw new Error(`${row?.found ?? 0} of ${TABLES.length} tables: migrations are missing`);
}

/** Returns due outbox rows, oldest first, across all organizations of the shard. */
export async function listDueOutbox(db: TenantDatabase, now: number, limit: number) {
  return db
    .select({ id: outbox.id, kind: outbox.kind, payload: outbox.payload, attempts: outbox.attempts })
    .from(outbox)
    .where(lte(outbox.availableAt, now))
    .orderBy(asc(outbox.availableAt))
    .limit(limit);
}

/**
 * Postpones a due row before it is sent, so that concurrent sweepers do not both send it. False if another sweeper was
 * first.
 */
export async function postponeOutbox(
  db: TenantDatabase,
  row: { readonly id: string; readonly attempts: number },
  availableAt: number,
): Promise<boolean> {
  const moved = await db
    .update(outbox)
    .set({ availableAt, attempts: row.attempts + 1 })
    .where(and(eq(outbox.id, row.id), eq(outbox.attempts, row.attempts)))
    .returning({ id: outbox.id });
  return moved.length > 0;
}
