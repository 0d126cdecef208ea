import type { UserId } from '#core/domain/id';
import { closeLive } from './close-live.ts';
import type { SignedInContext } from './context.ts';
import { forgetApiKeysIn } from './identity/authenticate.ts';
import { forgetSessionsIn } from './identity/session-liveness.ts';

/**
 * Invalidates cached access after a change of permissions: this isolate re-reads sessions and API keys of the
 * organization, and open WebSockets are closed so that they reconnect with current access. With `userId`, closes only the
 * sockets of that user.
 */
export function invalidateAccess({ caller, dependencies }: SignedInContext, userId?: UserId): void {
  forgetSessionsIn(caller.organizationId);
  forgetApiKeysIn(caller.organizationId);
  closeLive(dependencies, [caller.organizationId], userId && [userId]);
}
