import type { WebhookTestView } from '#core/contract/webhooks';
import { newId } from '#core/platform/ids';
import { recordEvent } from '#core/store/audit';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { requireManagedWebhook } from './find.ts';
import { sendWebhook } from './send.ts';

/** Sends a signed `webhook.test` request at once, also to a disabled endpoint. Made only once, never retried. */
export async function testWebhook(context: SignedInContext, id: string): Promise<WebhookTestView> {
  requirePermission(context, 'webhooks.manage');
  const webhook = await requireManagedWebhook(context, id);
  const { dependencies, caller } = context;
  const at = dependencies.now();
  await recordEvent(
    tenantOf(context),
    caller.organizationId,
    auditOf(context, 'webhook.tested', { kind: 'webhook', id }),
  );
  const body = JSON.stringify({
    type: 'webhook.test',
    timestamp: new Date(at).toISOString(),
    data: { webhook_id: id, organization_id: caller.organizationId },
  });
  const sent = await sendWebhook(dependencies, webhook, { id: newId('event', at), body });
  return {
    delivered: sent.error === null,
    status_code: sent.statusCode,
    error: sent.error,
    milliseconds: sent.milliseconds,
    response: sent.response,
  };
}
