import type { SessionId } from '#core/domain/id';
import type { AccessClaims } from '#core/security/access-token';
import { LivenessBook } from '#core/security/liveness-book';
import { isMemberSessionLive } from '#core/store/sessions';
import type { RequestContext } from '../context.ts';

/** One per isolate. */
const book = new LivenessBook();

/**
 * Does what the token says still hold: the session lives, the person, the organization and the membership are active,
 * the role is the same? Asked of the database at most once per SESSION_CHECK_SECONDS and isolate; a changed role makes
 * the token invalid, so that its holder refreshes and gets one with the new permissions.
 */
export async function tokenStillHolds({ dependencies }: RequestContext, claims: AccessClaims): Promise<boolean> {
  const { settings, control, now } = dependencies;
  const key = `${claims.sessionId}|${claims.organizationId}|${claims.role}`;
  const at = now();
  if (book.isAlive(key, at)) return true;
  const live = await isMemberSessionLive(control, claims, at);
  if (live) book.remember(key, at + settings.SESSION_CHECK_SECONDS * 1000);
  return live;
}

/** For whoever ends a session: in this isolate it ends at once. */
export function forgetSession(sessionId: SessionId): void {
  book.forget(`${sessionId}|`);
}
