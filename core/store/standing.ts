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
import { liveSessionOf, type SessionOwner } from './sessions.ts';

/** Where a person stands at this moment in the organization they work in. */
export interface Standing {
  readonly role: string;
  /** Permission bits of a custom role; null for a built-in one. */
  readonly customPermissions: string | null;
  /** Of whom the organization demands a second factor, and whether the person has one. */
  readonly mfaDemand: MfaDemand;
  readonly hasSecondFactor: boolean;
}

/** Null when the session has ended, or the person or the organization is not active, or no longer together. One trip. */
export async function readStanding(db: ControlDatabase, of: SessionOwner, now: number): Promise<Standing | null> {
  const [row] = await db
    .select({
      role: memberships.role,
      customPermissions: customRoles.permissions,
      mfaDemand: sql<MfaDemand>`coalesce(${signInPolicies.mfaRequired}, 'off')`,
      // Written out: a column of the builder would lose its table here, and name the inner one's.
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
