import { and, asc, desc, eq, gt, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm';
import type { ControlDatabase, TenantDatabase } from '../db/connect.ts';
import { auditEvents } from '../db/schema/tenant.ts';
import type { OrganizationId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEvent } from './audit.ts';
import type { AuditEventRow } from './audit-list.ts';

type Database = ControlDatabase | TenantDatabase;

/** An event with its place in the chain. */
export interface SealedEventRow extends AuditEventRow {
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** The newest sealed event's place and hash (null before the first) and the oldest events that still have none. One trip. */
export async function readChainEnd(db: Database, organizationId: OrganizationId, limit: number) {
  const [[end], unsealed] = await db.batch([
    db
      .select({ sequence: auditEvents.sequence, hash: auditEvents.hash })
      .from(auditEvents)
      .where(and(eq(auditEvents.organizationId, organizationId), isNotNull(auditEvents.sequence)))
      .orderBy(desc(auditEvents.sequence))
      .limit(1),
    db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.organizationId, organizationId), isNull(auditEvents.sequence)))
      .orderBy(asc(auditEvents.occurredAt), asc(auditEvents.id))
      .limit(limit),
  ]);
  const { sequence = null, hash = null } = end ?? {};
  return { end: sequence === null || hash === null ? null : { sequence, hash }, unsealed };
}

export interface Seal {
  readonly id: string;
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
}

/**
 * Gives events their places. An event that has one keeps it; rejects when a place is taken already. The `+` keeps SQLite
 * from its index of waiting events, by which it would match each of them against each seal: it is to go by the ids.
 */
export async function writeSeals(db: Database, organizationId: OrganizationId, seals: readonly Seal[]): Promise<void> {
  const given = JSON.stringify(seals.map(({ id, sequence, previousHash, hash }) => [id, sequence, previousHash, hash]));
  await db.run(sql`
    UPDATE audit_events
    SET sequence = json_extract(seal.value, '$[1]'), previous_hash = json_extract(seal.value, '$[2]'),
        hash = json_extract(seal.value, '$[3]')
    FROM json_each(${given}) AS seal
    WHERE audit_events.id = json_extract(seal.value, '$[0]')
      AND +audit_events.organization_id = ${organizationId} AND +audit_events.sequence IS NULL`);
}

/** The sealed events behind a place, in the order of the chain. */
export async function listSealedEvents(
  db: Database,
  organizationId: OrganizationId,
  afterSequence: number,
  limit: number,
): Promise<readonly SealedEventRow[]> {
  const rows = await db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.organizationId, organizationId), gt(auditEvents.sequence, afterSequence)))
    .orderBy(asc(auditEvents.sequence))
    .limit(limit);
  // The columns may be null for the table, not for these rows; a half-written seal is read as a wrong one.
  return rows.map((row) => ({
    ...row,
    sequence: row.sequence ?? 0,
    previousHash: row.previousHash ?? '',
    hash: row.hash ?? '',
  }));
}

/** Deletes the sealed events up to a place, and tells so in the same batch. */
export async function deleteSealedEvents(
  db: Database,
  organizationId: OrganizationId,
  throughSequence: number,
  event: AuditEvent,
): Promise<void> {
  await db.batch([
    insertAuditEvent(db, organizationId, event),
    db
      .delete(auditEvents)
      .where(and(eq(auditEvents.organizationId, organizationId), lte(auditEvents.sequence, throughSequence))),
  ]);
}

/** How many events wait for a place. */
export async function countUnsealedEvents(db: Database, organizationId: OrganizationId): Promise<number> {
  return db.$count(auditEvents, and(eq(auditEvents.organizationId, organizationId), isNull(auditEvents.sequence)));
}

/** For the sweeper: organizations with events that wait for a place since before `before`. */
export async function listOrganizationsToSeal(
  db: Database,
  before: number,
  limit: number,
): Promise<readonly OrganizationId[]> {
  const rows = await db
    .select({ organizationId: auditEvents.organizationId })
    .from(auditEvents)
    .where(and(isNull(auditEvents.sequence), lt(auditEvents.occurredAt, before)))
    .groupBy(auditEvents.organizationId)
    .orderBy(sql`min(${auditEvents.occurredAt})`)
    .limit(limit);
  return rows.map((row) => row.organizationId);
}

/** For the sweeper: when each organization's oldest event was. Reads the whole index; for once a day. */
export async function listOldestEvents(
  db: Database,
): Promise<readonly { readonly organizationId: OrganizationId; readonly oldest: number }[]> {
  return db
    .select({ organizationId: auditEvents.organizationId, oldest: sql<number>`min(${auditEvents.occurredAt})` })
    .from(auditEvents)
    .groupBy(auditEvents.organizationId);
}
