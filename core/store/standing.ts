import { eq, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { customRoles, memberships, organizations, sessions, users } from '../db/schema/control.ts';
import { signInPolicies } from '../db/schema/sign-in.ts';
import type { MfaDemand } from '../domain/mfa.ts';
import {
  activeMembershipIn,
  activeOrganizationOfMember,
  activePersonOfSession,
  customRoleOfMember,
} from './active-member.ts';
import { liveSessionOf } from './live-session.ts';
import type { SessionOwner } from './sessions.ts';

/** A user's current standing in the organization of their session. */
export interface Standing {
  readonly role: string;
  /** Permission bits of a custom role; null for a built-in one. */
  readonly customPermissions: string | null;
  /** Members the organization requires a second factor from, and whether the user has one. */
  readonly mfaDemand: MfaDemand;
  readonly hasSecondFactor: boolean;
}

/** Null if the session has ended, or the user, the organization or the membership is not active. One round trip. */
export async function readStanding(db: ControlDatabase, of: SessionOwner, now: number): Promise<Standing | null> {
  const [row] = await db
    .select({
      role: memberships.role,
      customPermissions: customRoles.permissions,
      mfaDemand: sql<MfaDemand>`coalesce(${signInPolicies.mfaRequired}, 'off')`,
      // Written as SQL: the builder would omit the table name, and the column would refer to the inner table.
      factors: sql<number>`EXISTS (SELECT 1 FROM passkeys WHERE user_id = users.id) OR EXISTS (
        SELECT 1 FROM totp_authenticators WHERE user_id = users.id AND confirmed_at IS NOT NULL)`,
    })
    .from(sessions)
    .innerJoin(users, activePersonOfSession)
    .innerJoin(memberships, activeMembershipIn(of.organizationId))
    .innerJoin(organizations, activeOrganizationOfMember)
    .leftJoin(customRoles, customRoleOfMember)
    .leftJoin(signInPolicies, eq(signInPolicies.organizationId, memberships.organizationId))
    .where(liveSessionOf(of.userId, of.sessionId, now))
    .limit(1);
  return row ? { ...row, hasSecondFactor: row.factors === 1 } : null;
}
