import type { OrganizationId, SessionId, UserId } from '#core/domain/id';
import { permissionBits } from '#core/domain/permissions';
import { REACHES_EVERYWHERE, type Reach } from '#core/domain/reach';
import type { AccessClaims } from '#core/security/access-token';
import { ShortMemory } from '#core/security/short-memory';
import { readReach } from '#core/store/reach';
import { listOrganizationsOf } from '#core/store/session-reach';
import { findMemberSession } from '#core/store/sessions';
import { closeLive } from '../close-live.ts';
import type { RequestContext } from '../context.ts';

/** One per isolate: the session (for removal) and its user's access. */
const alive = new ShortMemory<{ readonly sessionId: SessionId; readonly reach: Reach }>();

/**
 * Returns the access of the token's holder; null if the token is outdated: the session must be live, the user,
 * organization and membership active, and the role unchanged. Checks the database at most once per
 * SESSION_CHECK_SECONDS and isolate. A changed role invalidates the token, so that the client refreshes and gets the
 * new permissions.
 */
export async function reachOfToken({ dependencies }: RequestContext, claims: AccessClaims): Promise<Reach | null> {
  const { settings, control, now } = dependencies;
  const bits = permissionBits(claims.permissions);
  // Cache key with everything the result depends on: a token of the same session with another subject or actor must not
  // match.
  const { sessionId, userId, organizationId, shard, role, impersonatorId = '' } = claims;
  const key = `${sessionId}|${organizationId}|${userId}|${impersonatorId}|${shard}|${role}|${bits}`;
  const at = now();
  const known = alive.recall(key, at);
  if (known !== undefined) return known.reach;
  const row = await findMemberSession(control, { ...claims, permissionBits: bits }, at);
  if (!row) return null;
  const everywhere = claims.permissions.has(REACHES_EVERYWHERE);
  const reach: Reach = { ...readReach(row), everywhere, boundTo: null, mask: null };
  alive.remember(key, { sessionId: claims.sessionId, reach }, at + settings.SESSION_CHECK_SECONDS * 1000);
  return reach;
}

/**
 * Call after ending a user's sessions: takes effect immediately in this isolate, and closes their live sockets in every
 * organization the user may have opened one in.
 */
export function sessionsEnded(
  { dependencies }: RequestContext,
  userId: UserId,
  sessionIds: readonly SessionId[],
): void {
  if (sessionIds.length === 0) return;
  const ended: ReadonlySet<SessionId> = new Set(sessionIds);
  alive.forget((each) => ended.has(each.sessionId));
  const close = async () => {
    closeLive(dependencies, await listOrganizationsOf(dependencies.control, userId), sessionIds);
  };
  dependencies.defer(close());
}

/** Call after changing memberships or roles: this isolate re-reads all sessions of the organization. */
export function forgetSessionsIn(organizationId: OrganizationId): void {
  alive.forget((_each, key) => key.includes(`|${organizationId}|`));
}
