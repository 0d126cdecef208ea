import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { webhookAttempts, webhookDeliveries, webhooks } from '../db/schema/tenant.ts';
import type { OrganizationId } from '../domain/id.ts';
import type { DisabledReason } from '../domain/webhooks.ts';
import { type AuditEvent, insertAuditEventIfChanged, keepAnswerOf } from './audit.ts';
import { insertWhen } from './insert-when.ts';

export type WebhookRow = typeof webhooks.$inferSelect;

/** All endpoints of an organization, newest first; `insertWebhook` bounds their number. */
export async function listWebhooks(db: TenantDatabase, organizationId: OrganizationId): Promise<readonly WebhookRow[]> {
  return db
    .select()
    .from(webhooks)
    .where(eq(webhooks.organizationId, organizationId))
    .orderBy(desc(webhooks.createdAt), desc(webhooks.id));
}

export async function findWebhook(
  db: TenantDatabase,
  organizationId: OrganizationId,
  id: string,
): Promise<WebhookRow | null> {
  const [row] = await db.select().from(webhooks).where(webhookOf(organizationId, id)).limit(1);
  return row ?? null;
}

/** False, and nothing is written, if there are already `cap` endpoints. */
export async function insertWebhook(
  db: TenantDatabase,
  row: WebhookRow,
  cap: number,
  event: AuditEvent,
): Promise<boolean> {
  const { organizationId } = row;
  const present = sql`(SELECT count(*) FROM webhooks WHERE organization_id = ${organizationId})`;
  const [made] = await db.batch([
    insertWhen(db, webhooks, row, sql`${present} < ${cap}`).returning({ id: webhooks.id }),
    insertAuditEventIfChanged(db, organizationId, event),
    ...keepAnswerOf(db, event),
  ]);
  return made.length > 0;
}

type WebhookChange = Partial<
  Pick<
    WebhookRow,
    | 'url'
    | 'description'
    | 'eventTypes'
    | 'workspaceIds'
    | 'unassigned'
    | 'status'
    | 'disabledReason'
    | 'disabledAt'
    | 'sealedSecret'
    | 'sealedPreviousSecret'
    | 'previousSecretUntil'
  >
>;

/** False, and nothing is written, if the endpoint is gone or was changed since it was read. */
export async function updateWebhook(
  db: TenantDatabase,
  before: Pick<WebhookRow, 'organizationId' | 'id' | 'updatedAt'>,
  to: WebhookChange,
  event: AuditEvent,
): Promise<boolean> {
  const [changed] = await db.batch([
    db
      .update(webhooks)
      .set({ ...to, updatedAt: Math.max(event.occurredAt, before.updatedAt + 1) })
      .where(and(webhookOf(before.organizationId, before.id), eq(webhooks.updatedAt, before.updatedAt)))
      .returning({ id: webhooks.id }),
    insertAuditEventIfChanged(db, before.organizationId, event),
    ...keepAnswerOf(db, event),
  ]);
  return changed.length > 0;
}

/** Disables an active endpoint; false if it is not active any more. */
export async function disableWebhook(
  db: TenantDatabase,
  { organizationId, id }: Pick<WebhookRow, 'organizationId' | 'id'>,
  reason: DisabledReason,
  event: AuditEvent,
): Promise<boolean> {
  const at = event.occurredAt;
  const [changed] = await db.batch([
    db
      .update(webhooks)
      .set({ status: 'disabled', disabledReason: reason, disabledAt: at, updatedAt: at })
      .where(and(webhookOf(organizationId, id), eq(webhooks.status, 'active')))
      .returning({ id: webhooks.id }),
    insertAuditEventIfChanged(db, organizationId, event),
  ]);
  return changed.length > 0;
}

/** Deletes an endpoint with its deliveries. False if it is gone. */
export async function deleteWebhook(
  db: TenantDatabase,
  organizationId: OrganizationId,
  id: string,
  event: AuditEvent,
): Promise<boolean> {
  const deliveries = and(eq(webhookDeliveries.organizationId, organizationId), eq(webhookDeliveries.webhookId, id));
  const [deleted] = await db.batch([
    db.delete(webhooks).where(webhookOf(organizationId, id)).returning({ id: webhooks.id }),
    insertAuditEventIfChanged(db, organizationId, event),
    ...keepAnswerOf(db, event),
    db
      .delete(webhookAttempts)
      .where(
        and(
          eq(webhookAttempts.organizationId, organizationId),
          inArray(
            webhookAttempts.deliveryNumber,
            db.select({ number: webhookDeliveries.number }).from(webhookDeliveries).where(deliveries),
          ),
        ),
      ),
    db.delete(webhookDeliveries).where(deliveries),
  ]);
  return deleted.length > 0;
}

const webhookOf = (organizationId: OrganizationId, id: string) =>
  and(eq(webhooks.organizationId, organizationId), eq(webhooks.id, id));
