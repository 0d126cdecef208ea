import { eq, type SQL, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { organizations } from '../db/schema/control.ts';
import type { OrganizationId, UserId } from '../domain/id.ts';
import type { Plan } from '../domain/plans.ts';

/** A limit per plan. */
export type CapByPlan = Readonly<Record<Plan, number>>;

/** SQL: the limit of an organization's plan, for the guard of an insert. `organizationId` may be SQL itself. */
export const capOfOrganization = (organizationId: OrganizationId | SQL, cap: CapByPlan): SQL =>
  sql`(SELECT ${allowed(cap)} FROM organizations WHERE organizations.id = ${organizationId})`;

/** SQL: the highest limit among the organizations a user owns; that of the smallest plan if they own none. */
export const capOfOwner = (userId: UserId, cap: CapByPlan): SQL =>
  sql`(SELECT coalesce(max(${allowed(cap)}), ${cap.starter}) FROM organizations WHERE organizations.id IN
    (SELECT organization_id FROM memberships WHERE user_id = ${userId} AND role = 'owner'))`;

const allowed = (cap: CapByPlan): SQL =>
  sql`CASE organizations.plan WHEN 'enterprise' THEN ${cap.enterprise} WHEN 'professional' THEN ${cap.professional}
    ELSE ${cap.starter} END`;

/** SQL: number of members of an organization. */
export const membersOf = (organizationId: OrganizationId | SQL): SQL =>
  sql`(SELECT count(*) FROM memberships AS joined WHERE joined.organization_id = ${organizationId})`;

/** Returns the organization's plan; null if it no longer exists. */
export async function readPlan(db: ControlDatabase, organizationId: OrganizationId): Promise<Plan | null> {
  const [row] = await db
    .select({ plan: organizations.plan })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .limit(1);
  return row?.plan ?? null;
}
