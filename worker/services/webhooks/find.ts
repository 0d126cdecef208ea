import { AppError } from '#core/platform/errors';
import type { DeliveryRow } from '#core/store/webhook-deliveries';
import { findDelivery } from '#core/store/webhook-deliveries';
import { findWebhook, type WebhookRow } from '#core/store/webhooks';
import { type SignedInContext, tenantOf } from '../context.ts';
import { isWithinReach } from './scope.ts';
import { deliveryNotFound, deliveryNumber, webhookNotFound } from './view.ts';

/** @throws AppError `not_found` */
export async function requireWebhook(context: SignedInContext, id: string): Promise<WebhookRow> {
  const row = await findWebhook(tenantOf(context), context.caller.organizationId, id);
  if (!row) throw webhookNotFound();
  return row;
}

/**
 * For changes and requests: whoever decides where an endpoint's documents go must have access to all of them.
 * @throws AppError `not_found`, `forbidden`
 */
export async function requireManagedWebhook(context: SignedInContext, id: string): Promise<WebhookRow> {
  const row = await requireWebhook(context, id);
  if (isWithinReach(context, row)) return row;
  throw new AppError('forbidden', 'This webhook receives documents that you have no access to.');
}

/** @throws AppError `not_found` */
export async function requireDelivery(context: SignedInContext, id: string): Promise<DeliveryRow> {
  const row = await findDelivery(tenantOf(context), context.caller.organizationId, deliveryNumber(id));
  if (!row) throw deliveryNotFound();
  return row;
}
