import type { UserId } from '#core/domain/id';
import { closeLive } from './close-live.ts';
import type { SignedInContext } from './context.ts';
import { forgetApiKeysIn } from './identity/authenticate.ts';
import { forgetSessionsIn } from './identity/session-liveness.ts';

/**
 * For whoever changed what people reach: in this isolate everybody of the organization is asked about again, and live
 * sockets are closed, so that they come back with today's reach. `userId`: only that person's sockets.
 */
export function reachChanged({ caller, dependencies }: SignedInContext, userId?: UserId): void {
  forgetSessionsIn(caller.organizationId);
  forgetApiKeysIn(caller.organizationId);
  closeLive(dependencies, [caller.organizationId], userId && [userId]);
}
