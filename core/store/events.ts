import { and, asc, eq, gt, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { documents, events } from '../db/schema/tenant.ts';
import type { EventType } from '../domain/events.ts';
import type { OrganizationId } from '../domain/id.ts';
import type { ReachedPlaces } from '../domain/reach.ts';
import { isIn } from './documents.ts';

export type EventRow = typeof events.$inferSelect;

export interface EventFilter {
  readonly types: readonly EventType[] | null;
  /** Events of documents elsewhere are left out. */
  readonly places: ReachedPlaces;
}

/** Events after a sequence number, oldest first. */
export async function listEvents(
  db: TenantDatabase,
  organizationId: OrganizationId,
  { types, places }: EventFilter,
  { limit, after }: { readonly limit: number; readonly after: number },
): Promise<readonly EventRow[]> {
  const visible = isIn(places);
  return db
    .select()
    .from(events)
    .where(
      and(
        eq(events.organizationId, organizationId),
        gt(events.sequence, after),
        types === null ? undefined : inArray(events.type, [...types]),
        visible && documentOfEvent(organizationId, visible),
      ),
    )
    .orderBy(asc(events.sequence))
    .limit(limit);
}

const documentOfEvent = (organizationId: OrganizationId, visible: SQL): SQL =>
  sql`EXISTS (SELECT 1 FROM ${documents} WHERE ${documents.organizationId} = ${organizationId}
    AND ${documents.id} = ${events.documentId} AND ${visible})`;

export async function findEvent(
  db: TenantDatabase,
  organizationId: OrganizationId,
  sequence: number,
): Promise<EventRow | null> {
  const [row] = await db
    .select()
    .from(events)
    .where(and(eq(events.organizationId, organizationId), eq(events.sequence, sequence)))
    .limit(1);
  return row ?? null;
}

/** Deletes events that were created before a time, across all organizations. */
export async function deleteOldEvents(db: TenantDatabase, before: number): Promise<void> {
  await db.delete(events).where(lt(events.createdAt, before));
}
