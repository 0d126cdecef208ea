import { and, asc, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { events, webhookAttempts, webhookDeliveries } from '../db/schema/tenant.ts';
import type { EventType } from '../domain/events.ts';
import type { OrganizationId } from '../domain/id.ts';
import type { DeliveryStatus } from '../domain/webhooks.ts';
import { type AuditEvent, insertAuditEvent, insertAuditEventIfChanged, keepAnswerOf } from './audit.ts';
import { insertWhen } from './insert-when.ts';
import type { WebhookRow } from './webhooks.ts';

/** A delivery with the type and time of its event; both null once the event is deleted. */
export interface DeliveryRow {
  readonly delivery: typeof webhookDeliveries.$inferSelect;
  readonly event: { readonly type: EventType; readonly createdAt: number } | null;
}
export type AttemptRow = typeof webhookAttempts.$inferSelect;

const EVENT_OF = and(
  eq(events.sequence, webhookDeliveries.eventSequence),
  eq(events.organizationId, webhookDeliveries.organizationId),
);
const WITH_EVENT = { delivery: webhookDeliveries, event: { type: events.type, createdAt: events.createdAt } };

/** Deliveries of an endpoint, newest first. */
export async function listDeliveries(
  db: TenantDatabase,
  organizationId: OrganizationId,
  { webhookId, status }: { readonly webhookId: string; readonly status: DeliveryStatus | undefined },
  { limit, before }: { readonly limit: number; readonly before: number | undefined },
): Promise<readonly DeliveryRow[]> {
  return db
    .select(WITH_EVENT)
    .from(webhookDeliveries)
    .leftJoin(events, EVENT_OF)
    .where(
      and(
        eq(webhookDeliveries.organizationId, organizationId),
        eq(webhookDeliveries.webhookId, webhookId),
        status && eq(webhookDeliveries.status, status),
        before === undefined ? undefined : lt(webhookDeliveries.number, before),
      ),
    )
    .orderBy(desc(webhookDeliveries.number))
    .limit(limit);
}

export async function findDelivery(
  db: TenantDatabase,
  organizationId: OrganizationId,
  number: number,
): Promise<DeliveryRow | null> {
  const [row] = await db
    .select(WITH_EVENT)
    .from(webhookDeliveries)
    .leftJoin(events, EVENT_OF)
    .where(and(eq(webhookDeliveries.organizationId, organizationId), eq(webhookDeliveries.number, number)))
    .limit(1);
  return row ?? null;
}

export async function listAttempts(
  db: TenantDatabase,
  organizationId: OrganizationId,
  number: number,
): Promise<readonly AttemptRow[]> {
  return db
    .select()
    .from(webhookAttempts)
    .where(and(eq(webhookAttempts.organizationId, organizationId), eq(webhookAttempts.deliveryNumber, number)))
    .orderBy(asc(webhookAttempts.attempt));
}

/**
 * Claims due deliveries of an endpoint until `leaseUntil`, oldest first, and counts the attempt. Only the oldest pending
 * delivery of a document is due, so that a receiver gets its events in order.
 */
export async function claimDeliveries(
  db: TenantDatabase,
  { organizationId, id: webhookId }: Pick<WebhookRow, 'organizationId' | 'id'>,
  { now, leaseUntil, limit }: { readonly now: number; readonly leaseUntil: number; readonly limit: number },
): Promise<readonly (typeof webhookDeliveries.$inferSelect)[]> {
  const due = sql`(SELECT due.number FROM webhook_deliveries AS due
    WHERE due.organization_id = ${organizationId} AND due.webhook_id = ${webhookId}
      AND due.status = 'pending' AND due.next_attempt_at <= ${now}
      AND NOT EXISTS (SELECT 1 FROM webhook_deliveries AS earlier
        WHERE earlier.webhook_id = due.webhook_id AND earlier.document_id = due.document_id
          AND earlier.status = 'pending' AND earlier.number < due.number)
    ORDER BY due.number LIMIT ${limit})`;
  return db
    .update(webhookDeliveries)
    .set({ nextAttemptAt: leaseUntil, attempts: sql`${webhookDeliveries.attempts} + 1` })
    .where(and(eq(webhookDeliveries.organizationId, organizationId), sql`${webhookDeliveries.number} IN ${due}`))
    .returning();
}

export type AttemptOutcome = Pick<AttemptRow, 'startedAt' | 'milliseconds' | 'statusCode' | 'error' | 'response'>;

/** Records a claimed attempt. Nothing is written if another worker has claimed the delivery since. */
export async function settleAttempt(
  db: TenantDatabase,
  organizationId: OrganizationId,
  { number, attempts }: Pick<typeof webhookDeliveries.$inferSelect, 'number' | 'attempts'>,
  outcome: AttemptOutcome,
  to: { readonly status: DeliveryStatus; readonly nextAttemptAt: number; readonly finishedAt: number | null },
): Promise<void> {
  const { statusCode, error } = outcome;
  const claimed: SQL = sql`organization_id = ${organizationId} AND number = ${number} AND attempts = ${attempts}
    AND status = 'pending'`;
  await db.batch([
    insertWhen(
      db,
      webhookAttempts,
      { deliveryNumber: number, attempt: attempts, organizationId, ...outcome },
      sql`EXISTS (SELECT 1 FROM webhook_deliveries WHERE ${claimed})`,
    ).onConflictDoNothing(),
    db
      .update(webhookDeliveries)
      .set({ ...to, statusCode, error })
      .where(claimed),
  ]);
}

/** Queues the event of a delivery once more for its endpoint. False if the endpoint is gone. */
export async function insertRedelivery(
  db: TenantDatabase,
  { organizationId, webhookId, eventSequence, documentId }: typeof webhookDeliveries.$inferSelect,
  event: AuditEvent,
): Promise<boolean> {
  const at = event.occurredAt;
  const [made] = await db.batch([
    db
      .insert(webhookDeliveries)
      .select(
        sql`SELECT NULL, ${organizationId}, ${webhookId}, ${eventSequence}, ${documentId}, 'pending', 0, ${at},
          NULL, NULL, ${at}, NULL
          WHERE EXISTS (SELECT 1 FROM webhooks WHERE organization_id = ${organizationId} AND id = ${webhookId})`,
      )
      .returning({ number: webhookDeliveries.number }),
    insertAuditEventIfChanged(db, organizationId, event),
    ...keepAnswerOf(db, event),
  ]);
  return made.length > 0;
}

export interface ReplayRange {
  /** Unix milliseconds. */
  readonly from: number;
  /** Sequence numbers; the first is left out. */
  readonly after: number;
  readonly until: number;
}

/** SQL: the events of a range that the endpoint subscribes to. */
const wantedEvents = (
  { organizationId, eventTypes, workspaceIds, unassigned }: WebhookRow,
  { from, after, until }: ReplayRange,
): SQL => sql`organization_id = ${organizationId} AND sequence > ${after} AND sequence <= ${until}
  AND created_at >= ${from}
  AND ${eventTypes === null ? sql`1` : sql`type IN (SELECT value FROM json_each(${eventTypes}))`}
  AND ${
    workspaceIds === null
      ? sql`1`
      : sql`((workspace_id IS NULL AND ${unassigned ? 1 : 0})
        OR workspace_id IN (SELECT value FROM json_each(${workspaceIds})))`
  }`;

/** The first events of a range, at most `limit`: their number, and the last. */
export async function measureReplay(
  db: TenantDatabase,
  webhook: WebhookRow,
  range: ReplayRange,
  limit: number,
): Promise<{
  readonly count: number;
  readonly last: { readonly sequence: number; readonly createdAt: number } | null;
}> {
  const [row] = await db.all<{ n: number; sequence: number | null; at: number | null }>(
    sql`SELECT count(*) AS n, max(sequence) AS sequence, max(created_at) AS at FROM
      (SELECT sequence, created_at FROM events WHERE ${wantedEvents(webhook, range)} ORDER BY sequence LIMIT ${limit})`,
  );
  if (row === undefined || row.sequence === null || row.at === null) return { count: 0, last: null };
  return { count: row.n, last: { sequence: row.sequence, createdAt: row.at } };
}

/** Queues the events of a range, oldest first; those with a pending delivery are left out. */
export async function insertReplay(
  db: TenantDatabase,
  webhook: WebhookRow,
  range: ReplayRange,
  event: AuditEvent,
): Promise<void> {
  const { organizationId, id } = webhook;
  const at = event.occurredAt;
  await db.batch([
    db.insert(webhookDeliveries).select(
      sql`SELECT NULL, ${organizationId}, ${id}, wanted.sequence, wanted.document_id, 'pending', 0, ${at},
        NULL, NULL, ${at}, NULL FROM
        (SELECT sequence, document_id FROM events WHERE ${wantedEvents(webhook, range)}
          AND NOT EXISTS (SELECT 1 FROM webhook_deliveries AS other WHERE other.webhook_id = ${id}
            AND other.event_sequence = events.sequence AND other.status = 'pending')
          ORDER BY sequence) AS wanted WHERE true`,
    ),
    insertAuditEvent(db, organizationId, event),
    ...keepAnswerOf(db, event),
  ]);
}

/** When the next delivery to an active endpoint is due; null without one. Includes attempts under way. */
export async function findNextAttempt(db: TenantDatabase, organizationId: OrganizationId): Promise<number | null> {
  const [row] = await db.all<{ at: number | null }>(
    sql`SELECT min(next_attempt_at) AS at FROM webhook_deliveries
      WHERE organization_id = ${organizationId} AND status = 'pending' AND webhook_id IN
        (SELECT id FROM webhooks WHERE organization_id = ${organizationId} AND status = 'active')`,
  );
  return row?.at ?? null;
}

/** Organizations with due deliveries to active endpoints, across the whole shard. For the sweeper. */
export async function listOrganizationsWithDueDeliveries(
  db: TenantDatabase,
  now: number,
  limit: number,
): Promise<readonly OrganizationId[]> {
  const rows = await db.all<{ id: OrganizationId }>(
    sql`SELECT DISTINCT webhook_deliveries.organization_id AS id FROM webhook_deliveries
      JOIN webhooks ON webhooks.id = webhook_deliveries.webhook_id AND webhooks.status = 'active'
      WHERE webhook_deliveries.status = 'pending' AND webhook_deliveries.next_attempt_at <= ${now} LIMIT ${limit}`,
  );
  return rows.map(({ id }) => id);
}

/** Deletes deliveries that were created before a time, with their attempts, across all organizations. */
export async function deleteOldDeliveries(db: TenantDatabase, before: number): Promise<void> {
  const old = db
    .select({ number: webhookDeliveries.number })
    .from(webhookDeliveries)
    .where(lt(webhookDeliveries.createdAt, before));
  await db.batch([
    db.delete(webhookAttempts).where(inArray(webhookAttempts.deliveryNumber, old)),
    db.delete(webhookDeliveries).where(lt(webhookDeliveries.createdAt, before)),
  ]);
}
