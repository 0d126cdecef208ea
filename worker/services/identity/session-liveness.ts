import type { OrganizationId, SessionId } from '#core/domain/id';
import { permissionBits } from '#core/domain/permissions';
import type { AccessClaims } from '#core/security/access-token';
import { ShortMemory } from '#core/security/short-memory';
import { isMemberSessionLive } from '#core/store/sessions';
import type { RequestContext } from '../context.ts';

/** One per isolate. The value is the session, for forgetting. */
const alive = new ShortMemory<SessionId>();

/**
 * Does what the token says still hold: the session lives, the person, the organization and the membership are active,
 * the role is the same? Asked of the database at most once per SESSION_CHECK_SECONDS and isolate; a changed role makes
 * the token invalid, so that its holder refreshes and gets one with the new permissions.
 */
export async function tokenStillHolds({ dependencies }: RequestContext, claims: AccessClaims): Promise<boolean> {
  const { settings, control, now } = dependencies;
  const bits = permissionBits(claims.permissions);
  const key = `${claims.sessionId}|${claims.organizationId}|${claims.role}|${bits}`;
  const at = now();
  if (alive.recall(key, at) !== undefined) return true;
  const live = await isMemberSessionLive(control, { ...claims, permissionBits: bits }, at);
  if (live) alive.remember(key, claims.sessionId, at + settings.SESSION_CHECK_SECONDS * 1000);
  return live;
}

/** For whoever ends a session: in this isolate it ends at once. */
export function forgetSession(sessionId: SessionId): void {
  alive.forget((session) => session === sessionId);
}

/** For whoever changes memberships or roles: in this isolate every session there is asked about again. */
export function forgetSessionsIn(organizationId: OrganizationId): void {
  alive.forget((_session, key) => key.includes(`|${organizationId}|`));
}
