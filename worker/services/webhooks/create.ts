import type { CreatedWebhookView, CreateWebhookBody } from '#core/contract/webhooks';
import { WEBHOOK_LIMITS } from '#core/domain/webhooks';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { isAllowedOutbound } from '#core/security/outbound-url';
import { seal } from '#core/security/seal';
import { newWebhookSecret } from '#core/security/webhook-signature';
import { insertWebhook, type WebhookRow } from '#core/store/webhooks';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { withAnswer } from '../repeat-safely.ts';
import { scopeFor } from './scope.ts';
import { webhookView } from './view.ts';

/**
 * Creates an endpoint. Its secret is only in this response.
 * @throws AppError `validation_failed` for an address that must not be called, `conflict` at the limit
 */
export async function createWebhook(context: SignedInContext, body: CreateWebhookBody): Promise<CreatedWebhookView> {
  requirePermission(context, 'webhooks.manage');
  requireCallable(context, body.url);
  const { caller, dependencies } = context;
  const now = dependencies.now();
  const id = newId('webhook', now);
  const secret = newWebhookSecret();
  const row: WebhookRow = {
    id,
    organizationId: caller.organizationId,
    url: body.url,
    description: body.description,
    eventTypes: body.events === undefined ? null : JSON.stringify(body.events),
    ...(await scopeFor(context, body.workspace_ids)),
    status: 'active',
    disabledReason: null,
    disabledAt: null,
    sealedSecret: await seal(dependencies.sealingKeys, secretPurpose(id), secret),
    sealedPreviousSecret: null,
    previousSecretUntil: null,
    createdBy: caller.userId,
    createdAt: now,
    updatedAt: now,
  };
  const view = { ...webhookView(row), secret };
  const event = auditOf(context, 'webhook.created', { kind: 'webhook', id }, null, {
    url: row.url,
    events: body.events ?? null,
    workspace_ids: body.workspace_ids ?? null,
  });
  const made = await insertWebhook(
    tenantOf(context),
    row,
    WEBHOOK_LIMITS.webhooks,
    await withAnswer(context, event, view),
  );
  if (!made) throw new AppError('conflict', `An organization can have at most ${WEBHOOK_LIMITS.webhooks} webhooks.`);
  return view;
}

/** Binds a sealed secret to its endpoint. */
export const secretPurpose = (webhookId: string): string => `webhook:${webhookId}`;

/** @throws AppError `validation_failed` for an address that must not be called */
export function requireCallable({ dependencies }: SignedInContext, url: string): void {
  if (isAllowedOutbound(url, dependencies.signInPolicy.egressTestAllow)) return;
  const message = 'The address must be https and of a public host.';
  throw new AppError('validation_failed', message, { errors: [{ path: 'json.url', message }] });
}
