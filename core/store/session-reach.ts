import { and, eq } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { customRoles, memberships, organizations, sessions, users } from '../db/schema/control.ts';
import type { OrganizationId, UserId } from '../domain/id.ts';
import {
  activeMembershipIn,
  activeOrganizationOfMember,
  activePersonOfSession,
  customRoleOfMember,
} from './active-member.ts';
import { administratorStillIs, liveSessionOf } from './live-session.ts';
import { reachColumns } from './reach.ts';
import type { SessionOwner } from './sessions.ts';

/**
 * Statement: current permissions and access of the session's user in this organization. No row if the session has
 * ended, or if the user, the organization or the membership is no longer active.
 */
export function sessionReachIn(db: ControlDatabase, of: SessionOwner, now: number) {
  return db
    .select({ role: memberships.role, customPermissions: customRoles.permissions, ...reachColumns(now) })
    .from(sessions)
    .innerJoin(users, activePersonOfSession)
    .innerJoin(memberships, activeMembershipIn(of.organizationId))
    .innerJoin(organizations, activeOrganizationOfMember)
    .leftJoin(customRoles, customRoleOfMember)
    .where(and(liveSessionOf(of.userId, of.sessionId, now), administratorStillIs))
    .limit(1);
}

/** The user's organizations, regardless of the state of the membership. */
export async function listOrganizationsOf(db: ControlDatabase, userId: UserId): Promise<readonly OrganizationId[]> {
  const rows = await db
    .select({ id: memberships.organizationId })
    .from(memberships)
    .where(eq(memberships.userId, userId));
  return rows.map(({ id }) => id);
}
