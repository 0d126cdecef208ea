import { and, eq } from 'drizzle-orm';
import { customRoles, memberships, organizations, sessions, users } from '../db/schema/control.ts';
import type { OrganizationId } from '../domain/id.ts';

/**
 * Join conditions from a session to the membership. A session is valid only while the user, the membership and the
 * organization are all active; every query that checks a session uses these.
 */
export const activePersonOfSession = and(eq(users.id, sessions.userId), eq(users.status, 'active'));

export const activeMembershipIn = (organizationId: OrganizationId) =>
  and(
    eq(memberships.organizationId, organizationId),
    eq(memberships.userId, sessions.userId),
    eq(memberships.status, 'active'),
  );

export const activeOrganizationOfMember = and(
  eq(organizations.id, memberships.organizationId),
  eq(organizations.status, 'active'),
);

/** For a left join, since built-in roles have no row. */
export const customRoleOfMember = and(
  eq(customRoles.id, memberships.role),
  eq(customRoles.organizationId, memberships.organizationId),
);
