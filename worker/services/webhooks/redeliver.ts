import type { DeliveryView, ReplayWebhookBody, WebhookReplayView } from '#core/contract/webhooks';
import { formatNumberedId } from '#core/domain/id';
import { WEBHOOK_LIMITS } from '#core/domain/webhooks';
import { AppError } from '#core/platform/errors';
import { findDelivery, insertRedelivery, insertReplay } from '#core/store/webhook-deliveries';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { sequenceOf } from '../events/view.ts';
import { requireDelivery, requireManagedWebhook } from './find.ts';
import { deliveryNotFound, deliveryView } from './view.ts';
import { wakeDeliveries } from './wake.ts';

/**
 * Sends the event of a delivery once more, with the same `webhook-id`, as a new delivery.
 * @throws AppError `not_found`, `conflict` if the event is deleted
 */
export async function redeliver(context: SignedInContext, id: string): Promise<DeliveryView> {
  requirePermission(context, 'webhooks.manage');
  const { delivery, event } = await requireDelivery(context, id);
  await requireManagedWebhook(context, delivery.webhookId);
  if (event === null) throw new AppError('conflict', 'The event of this delivery is no longer stored.');
  const db = tenantOf(context);
  const target = { kind: 'webhook', id: delivery.webhookId };
  const audit = auditOf(context, 'webhook.redelivered', target, null, { delivery_id: id });
  const number = await insertRedelivery(db, delivery, audit);
  const made = number === null ? null : await findDelivery(db, context.caller.organizationId, number);
  if (made === null) throw deliveryNotFound();
  wakeDeliveries(context);
  return deliveryView(made);
}

/** Queues past events for an endpoint, oldest first. @throws AppError `not_found`, `bad_request`, `conflict` if disabled */
export async function replayWebhook(
  context: SignedInContext,
  id: string,
  { after, until, from }: ReplayWebhookBody,
): Promise<WebhookReplayView> {
  requirePermission(context, 'webhooks.manage');
  const webhook = await requireManagedWebhook(context, id);
  if (webhook.status !== 'active') throw new AppError('conflict', 'Enable the webhook before you replay events.');
  const range = {
    after: after === undefined ? 0 : sequenceOf(after),
    until: until === undefined ? Number.MAX_SAFE_INTEGER : sequenceOf(until),
    from: from === undefined ? 0 : Date.parse(from),
    limit: WEBHOOK_LIMITS.replay,
  };
  const audit = auditOf(context, 'webhook.replayed', { kind: 'webhook', id }, null, {
    after: after ?? null,
    until: until ?? null,
    from: from ?? null,
  });
  const { count, last } = await insertReplay(tenantOf(context), webhook, range, audit);
  wakeDeliveries(context);
  const isCut = count === WEBHOOK_LIMITS.replay && last !== null;
  return { count, next_after: isCut ? formatNumberedId('event', audit.occurredAt, last) : null };
}
