import { findNextAttempt } from '#core/store/webhook-deliveries';
import { type SignedInContext, tenantOf } from '../context.ts';

/**
 * Has the organization's due deliveries sent, after the response. If the message is lost, the sweeper sends them.
 * Organizations without deliveries cost one query.
 */
export function wakeDeliveries(context: SignedInContext): void {
  const { caller, dependencies } = context;
  const { organizationId, shard } = caller;
  const wake = async () => {
    if ((await findNextAttempt(tenantOf(context), organizationId)) === null) return;
    await dependencies.wakeWebhooks({ v: 1, organizationId, shard });
  };
  dependencies.defer(wake());
}
