import type { UserId } from '#core/domain/id';
import type { EndedAccess } from '#core/store/address-proof';
import { listOrganizationsOf } from '#core/store/session-reach';
import { closeLive } from '../close-live.ts';
import type { RequestContext } from '../context.ts';
import { forgetApiKeys } from './authenticate.ts';
import { sessionsEnded } from './session-liveness.ts';

/** Applies the end of a user's sessions and API keys: immediately in this isolate, and on their live sockets. */
export function accessEnded(context: RequestContext, userId: UserId, { sessions, apiKeys }: EndedAccess): void {
  sessionsEnded(context, userId, sessions);
  if (apiKeys.length === 0) return;
  forgetApiKeys(apiKeys);
  const { dependencies } = context;
  const close = async () => closeLive(dependencies, await listOrganizationsOf(dependencies.control, userId), apiKeys);
  dependencies.defer(close());
}
