import { and, asc, desc, eq, gt, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm';
import type { ControlDatabase, TenantDatabase } from '../db/connect.ts';
import { auditEvents } from '../db/schema/tenant.ts';
import type { OrganizationId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEvent } from './audit.ts';
import type { AuditEventRow } from './audit-list.ts';

type Database = ControlDatabase | TenantDatabase;

/** An event with its position in the chain. */
export interface SealedEventRow extends AuditEventRow {
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
}

/**
 * Returns position and hash of the newest sealed event (null before the first) and the oldest unsealed events. One
 * round trip.
 */
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
 * Assigns positions to events. An event that has a position keeps it; rejects if a position is already taken. The `+`
 * keeps SQLite from using the index of unsealed events, with which it would compare each event with each seal; it must
 * look up by id instead.
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

/** Returns the sealed events after a position, in chain order. */
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
  // The columns are nullable in the table but not in these rows. A half-written seal is reported as an invalid one.
  return rows.map((row) => ({
    ...row,
    sequence: row.sequence ?? 0,
    previousHash: row.previousHash ?? '',
    hash: row.hash ?? '',
  }));
}

/** Deletes the sealed events up to a position and records the deletion in the same batch. */
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

/** Counts the unsealed events. */
export async function countUnsealedEvents(db: Database, organizationId: OrganizationId): Promise<number> {
  return db.$count(auditEvents, and(eq(auditEvents.organizationId, organizationId), isNull(auditEvents.sequence)));
}

/** For the sweeper: organizations with events unsealed since before `before`. */
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

/** For the sweeper: the time of each organization's oldest event. Reads the whole index; run once a day. */
export async function listOldestEvents(
  db: Database,
): Promise<readonly { readonly organizationId: OrganizationId; readonly oldest: number }[]> {
  return db
    .select({ organizationId: auditEvents.organizationId, oldest: sql<number>`min(${auditEvents.occurredAt})` })
    .from(auditEvents)
    .groupBy(auditEvents.organizationId);
}
