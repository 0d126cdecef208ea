import type { OrganizationId, SessionId } from '#core/domain/id';
import { permissionBits } from '#core/domain/permissions';
import { REACHES_EVERYWHERE, type Reach } from '#core/domain/reach';
import type { AccessClaims } from '#core/security/access-token';
import { ShortMemory } from '#core/security/short-memory';
import { readReach } from '#core/store/reach';
import { findMemberSession } from '#core/store/sessions';
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
  const key = `${claims.sessionId}|${claims.organizationId}|${claims.role}|${bits}`;
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

/** For whoever ends a session: in this isolate it ends at once. */
export function forgetSession(sessionId: SessionId): void {
  alive.forget((each) => each.sessionId === sessionId);
}

/** For whoever changes memberships or roles: in this isolate every session there is asked about again. */
export function forgetSessionsIn(organizationId: OrganizationId): void {
  alive.forget((_each, key) => key.includes(`|${organizationId}|`));
}
