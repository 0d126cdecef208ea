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

/** One per isolate: the session, for forgetting, and what its person reaches. */
const alive = new ShortMemory<{ readonly sessionId: SessionId; readonly reach: Reach }>();

/**
 * What the token's holder reaches; null when what it says no longer holds: the session lives, the person, the organization and the membership are active,
 * the role is the same. Asked of the database at most once per SESSION_CHECK_SECONDS and isolate; a changed role makes
 * the token invalid, so that its holder refreshes and gets one with the new permissions.
 */
export async function reachOfToken({ dependencies }: RequestContext, claims: AccessClaims): Promise<Reach | null> {
  const { settings, control, now } = dependencies;
  const bits = permissionBits(claims.permissions);
  // All that the answer depends on: a token with the same session and another subject or actor is another question.
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
 * For whoever ends sessions of a person: in this isolate they end at once, and their live sockets are closed in every
 * organization the person could have opened one in.
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

/** For whoever changes memberships or roles: in this isolate every session there is asked about again. */
export function forgetSessionsIn(organizationId: OrganizationId): void {
  alive.forget((_each, key) => key.includes(`|${organizationId}|`));
}
