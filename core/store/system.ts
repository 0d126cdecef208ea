import { and, asc, eq, getTableName, is, lte, sql, Table } from 'drizzle-orm';
import type { ControlDatabase, TenantDatabase } from '../db/connect.ts';
import * as administration from '../db/schema/administration.ts';
import * as control from '../db/schema/control.ts';
import * as signIn from '../db/schema/sign-in.ts';
import * as tenant from '../db/schema/tenant.ts';
import { outbox } from '../db/schema/tenant.ts';
import * as workspaces from '../db/schema/workspaces.ts';

/** The few queries without a tenant, named. Nothing here may be reached by a route that answers to a tenant. */

const tablesOf = (schemas: readonly Readonly<Record<string, unknown>>[]): readonly Table[] =>
  schemas.flatMap((schema) => Object.values(schema)).filter((each) => is(each, Table));

/** By the database they are in: who exists and who may do what, and what an organization owns. */
export const CONTROL_TABLES = tablesOf([administration, control, signIn, workspaces]);
export const TENANT_TABLES = tablesOf([tenant]);

const TABLES = [...new Set([...CONTROL_TABLES, ...TENANT_TABLES].map(getTableName))];

/** Answers once the database does and every table this build knows is there. @throws Error before the migrations ran */
export async function pingControl(db: ControlDatabase): Promise<void> {
  const [row] = await db.all<{ found: number }>(
    sql`SELECT count(*) AS found FROM sqlite_master WHERE type = 'table' AND name IN ${TABLES}`,
  );
  if (row?.found !== TABLES.length)
    throw new Error(`${row?.found ?? 0} of ${TABLES.length} tables: migrations are missing`);
}

/** What waits to be handed over and is due, oldest first, over all organizations of the shard. */
export async function listDueOutbox(db: TenantDatabase, now: number, limit: number) {
  return db
    .select({ id: outbox.id, kind: outbox.kind, payload: outbox.payload, attempts: outbox.attempts })
    .from(outbox)
    .where(lte(outbox.availableAt, now))
    .orderBy(asc(outbox.availableAt))
    .limit(limit);
}

/** Moves a due row on before it is sent, so that two sweepers do not send it both. False: the other one was first. */
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
