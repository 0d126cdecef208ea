import type { EndedAccess } from '#core/store/address-proof';
import type { UserRow } from '#core/store/identity';
import { listOrganizationsOf } from '#core/store/session-reach';
import { closeLive } from '../close-live.ts';
import type { RequestContext } from '../context.ts';
import { mailAccessRemoved } from '../mail/mail-access-removed.ts';
import { forgetApiKeys } from './authenticate.ts';
import { sessionsEnded } from './session-liveness.ts';

/**
 * Applies the end of a user's sessions and API keys, immediately in this isolate and on their live sockets, and tells
 * the user by email what else was removed.
 */
export function accessEnded(
  context: RequestContext,
  user: Pick<UserRow, 'id' | 'email' | 'firstName'>,
  ended: EndedAccess,
): void {
  const { sessions, apiKeys } = ended;
  sessionsEnded(context, user.id, sessions);
  mailAccessRemoved(context, user, ended);
  if (apiKeys.length === 0) return;
  forgetApiKeys(apiKeys);
  const { dependencies } = context;
  const close = async () => closeLive(dependencies, await listOrganizationsOf(dependencies.control, user.id), apiKeys);
  dependencies.defer(close());
}
