import { eq, type SQL, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { organizations } from '../db/schema/control.ts';
import type { OrganizationId, UserId } from '../domain/id.ts';
import type { Plan } from '../domain/plans.ts';

/** How many of something each plan allows. */
export type CapByPlan = Readonly<Record<Plan, number>>;

/** SQL: what the plan of an organization allows, for the guard of an insert. `organizationId` may be SQL itself. */
export const capOfOrganization = (organizationId: OrganizationId | SQL, cap: CapByPlan): SQL =>
  sql`(SELECT ${allowed(cap)} FROM organizations WHERE organizations.id = ${organizationId})`;

/** SQL: the best that the plans of the organizations a person owns allow; the smallest plan for who owns none. */
export const capOfOwner = (userId: UserId, cap: CapByPlan): SQL =>
  sql`(SELECT coalesce(max(${allowed(cap)}), ${cap.starter}) FROM organizations WHERE organizations.id IN
    (SELECT organization_id FROM memberships WHERE user_id = ${userId} AND role = 'owner'))`;

const allowed = (cap: CapByPlan): SQL =>
  sql`CASE organizations.plan WHEN 'enterprise' THEN ${cap.enterprise} WHEN 'professional' THEN ${cap.professional}
    ELSE ${cap.starter} END`;

/** SQL: everybody in an organization. */
export const membersOf = (organizationId: OrganizationId | SQL): SQL =>
  sql`(SELECT count(*) FROM memberships AS joined WHERE joined.organization_id = ${organizationId})`;

/** The organization's plan; null for one that is gone. */
export async function readPlan(db: ControlDatabase, organizationId: OrganizationId): Promise<Plan | null> {
  const [row] = await db
    .select({ plan: organizations.plan })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .limit(1);
  return row?.plan ?? null;
}
