import type { CreatedWebhookView, UpdateWebhookBody, WebhookView } from '#core/contract/webhooks';
import { seal } from '#core/security/seal';
import { newWebhookSecret } from '#core/security/webhook-signature';
import { deleteWebhook, updateWebhook, type WebhookRow } from '#core/store/webhooks';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { withAnswer } from '../repeat-safely.ts';
import { requireCallable, secretPurpose } from './create.ts';
import { requireManagedWebhook } from './find.ts';
import { webhookChanged, webhookNotFound, webhookView } from './view.ts';
import { wakeDeliveries } from './wake.ts';

/** @throws AppError `not_found`, `conflict`, `validation_failed` */
export async function updateOwnWebhook(
  context: SignedInContext,
  id: string,
  body: UpdateWebhookBody,
): Promise<WebhookView> {
  requirePermission(context, 'webhooks.manage');
  const before = await requireManagedWebhook(context, id);
  if (body.url !== undefined) requireCallable(context, body.url);
  const now = context.dependencies.now();
  const status = body.status ?? before.status;
  const to = {
    url: body.url ?? before.url,
    description: body.description ?? before.description,
    eventTypes:
      body.events === undefined ? before.eventTypes : body.events === null ? null : JSON.stringify(body.events),
    status,
    ...(status === 'active'
      ? { disabledReason: null, disabledAt: null }
      : { disabledReason: before.disabledReason ?? ('manual' as const), disabledAt: before.disabledAt ?? now }),
  };
  const event = auditOf(context, 'webhook.updated', { kind: 'webhook', id }, changing(before), changing(to));
  const after = { ...before, ...to, updatedAt: Math.max(now, before.updatedAt + 1) };
  const view = webhookView(after);
  if (!(await updateWebhook(tenantOf(context), before, to, event))) throw webhookChanged();
  if (status === 'active' && before.status !== 'active') wakeDeliveries(context);
  return view;
}

const changing = ({
  url,
  description,
  eventTypes,
  status,
}: Pick<WebhookRow, 'url' | 'description' | 'eventTypes' | 'status'>) => ({
  url,
  description,
  events: eventTypes,
  status,
});

/** Deletes an endpoint with its deliveries; its events stay. @throws AppError `not_found` */
export async function deleteOwnWebhook(context: SignedInContext, id: string): Promise<void> {
  requirePermission(context, 'webhooks.manage');
  const { url } = await requireManagedWebhook(context, id);
  const event = auditOf(context, 'webhook.deleted', { kind: 'webhook', id }, { url }, null);
  if (!(await deleteWebhook(tenantOf(context), context.caller.organizationId, id, event))) throw webhookNotFound();
}

/**
 * Replaces the secret. Until the setting WEBHOOK_SECRET_OVERLAP_SECONDS has passed, requests carry signatures of both.
 * @throws AppError `not_found`, `conflict`
 */
export async function rotateWebhookSecret(context: SignedInContext, id: string): Promise<CreatedWebhookView> {
  requirePermission(context, 'webhooks.manage');
  const before = await requireManagedWebhook(context, id);
  const { sealingKeys, settings, now } = context.dependencies;
  const secret = newWebhookSecret();
  const to = {
    sealedSecret: await seal(sealingKeys, secretPurpose(id), secret),
    sealedPreviousSecret: before.sealedSecret,
    previousSecretUntil: now() + settings.WEBHOOK_SECRET_OVERLAP_SECONDS * 1000,
  };
  const event = auditOf(context, 'webhook.secret_rotated', { kind: 'webhook', id });
  const updatedAt = Math.max(event.occurredAt, before.updatedAt + 1);
  const view = { ...webhookView({ ...before, ...to, updatedAt }), secret };
  if (!(await updateWebhook(tenantOf(context), before, to, await withAnswer(context, event, view))))
    throw webhookChanged();
  return view;
}
