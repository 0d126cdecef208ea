import type { TenantDatabase } from '#core/db/connect';
import type { DisabledReason } from '#core/domain/webhooks';
import { newId } from '#core/platform/ids';
import { listMembers } from '#core/store/members';
import { disableWebhook, type WebhookRow } from '#core/store/webhooks';
import type { Dependencies } from '../context.ts';
import { composeMail } from '../mail/compose.ts';
import { sendMail } from '../mail/sender.ts';

/** Roles that are told, and at most how many of each. */
const TOLD = ['owner', 'admin'] as const;
const MOST_TOLD = 20;

const WHY = {
  gone: 'The receiver answered 410 Gone.',
  failing: 'All attempts to deliver an event failed.',
} as const;

/** Disables an endpoint that cannot be reached and tells the administrators by mail. Its events are kept for a replay. */
export async function disableFailedWebhook(
  dependencies: Dependencies,
  db: TenantDatabase,
  webhook: WebhookRow,
  reason: Exclude<DisabledReason, 'manual'>,
): Promise<void> {
  const { control, now, log } = dependencies;
  const { organizationId, id, url } = webhook;
  const isDisabled = await disableWebhook(db, webhook, reason, {
    actorKind: 'system',
    actorId: 'webhooks',
    action: 'webhook.disabled',
    targetKind: 'webhook',
    targetId: id,
    outcome: 'success',
    requestId: newId('request', now()),
    ip: null,
    userAgent: null,
    changes: { status: ['active', 'disabled'], reason: [null, reason] },
    occurredAt: now(),
  });
  if (!isDisabled) return;
  log.warn('webhook disabled', { webhook_id: id, organization_id: organizationId, reason });
  for (const role of TOLD) {
    const members = await listMembers(control, organizationId, { role, status: 'active' }, { limit: MOST_TOLD });
    for (const { email, firstName } of members) {
      const mail = composeMail({
        to: email,
        subject: 'A webhook was disabled',
        paragraphs: [
          `Hello ${firstName},`,
          `The webhook to ${url} was disabled. ${WHY[reason]}`,
          'No event is lost: enable the webhook again in the settings and replay the events it missed.',
        ],
        reason: 'You received this email because you administer the organization.',
      });
      await sendMail(dependencies, mail);
    }
  }
}
