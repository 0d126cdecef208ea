import type { RedeliveryView, ReplayWebhookBody, WebhookReplayView } from '#core/contract/webhooks';
import { formatNumberedId } from '#core/domain/id';
import { WEBHOOK_LIMITS } from '#core/domain/webhooks';
import { AppError } from '#core/platform/errors';
import { insertRedelivery, insertReplay, measureReplay } from '#core/store/webhook-deliveries';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { sequenceOf } from '../events/view.ts';
import { withAnswer } from '../repeat-safely.ts';
import { requireDelivery, requireManagedWebhook } from './find.ts';
import { deliveryView, webhookNotFound } from './view.ts';
import { wakeDeliveries } from './wake.ts';

/**
 * Sends the event of a delivery once more, with the same `webhook-id`, as a new delivery.
 * @throws AppError `not_found`, `conflict` if the event is deleted
 */
export async function redeliver(context: SignedInContext, id: string): Promise<RedeliveryView> {
  requirePermission(context, 'webhooks.manage');
  const row = await requireDelivery(context, id);
  await requireManagedWebhook(context, row.delivery.webhookId);
  if (row.event === null) throw new AppError('conflict', 'The event of this delivery is no longer stored.');
  const { webhook_id, event_id } = deliveryView(row);
  const view = { webhook_id, event_id };
  const audit = auditOf(context, 'webhook.redelivered', { kind: 'webhook', id: webhook_id }, null, { delivery_id: id });
  if (!(await insertRedelivery(tenantOf(context), row.delivery, await withAnswer(context, audit, view))))
    throw webhookNotFound();
  wakeDeliveries(context);
  return view;
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
  const db = tenantOf(context);
  const range = {
    from: from === undefined ? 0 : Date.parse(from),
    after: after === undefined ? 0 : sequenceOf(after),
    until: until === undefined ? Number.MAX_SAFE_INTEGER : sequenceOf(until),
  };
  const { count, last } = await measureReplay(db, webhook, range, WEBHOOK_LIMITS.replay);
  const view = {
    events: count,
    until: last === null ? null : formatNumberedId('event', last.createdAt, last.sequence),
    more: count === WEBHOOK_LIMITS.replay,
  };
  const audit = auditOf(context, 'webhook.replayed', { kind: 'webhook', id }, null, {
    from: from ?? null,
    after: after ?? null,
    until: view.until,
  });
  const counted = { ...range, until: last?.sequence ?? 0 };
  await insertReplay(db, webhook, counted, await withAnswer(context, audit, view));
  wakeDeliveries(context);
  return view;
}
