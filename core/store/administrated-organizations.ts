import { and, desc, eq, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { organizations } from '../db/schema/control.ts';
import type { Plan } from '../domain/plans.ts';
import { SYSTEM_ORGANIZATION_ID } from '../domain/system.ts';
import { type AuditEvent, insertAuditEventIfChanged } from './audit.ts';
import { containsText } from './contains-text.ts';
import { idEquals } from './id-equals.ts';
import { olderThan, type PageRequest } from './page.ts';

/** Organizations for system administrators, without their contents. */
export type AdministratedOrganizationRow = Awaited<ReturnType<typeof listAllOrganizations>>[number];

export interface OrganizationFilter {
  readonly text?: string | undefined;
  readonly status?: string | undefined;
  readonly plan?: string | undefined;
}

/** Newest first. */
export async function listAllOrganizations(
  db: ControlDatabase,
  filter: OrganizationFilter,
  { limit, after }: PageRequest,
) {
  const { text, status, plan } = filter;
  return select(db)
    .where(
      and(
        status === undefined ? undefined : sql`${organizations.status} = ${status}`,
        plan === undefined ? undefined : sql`${organizations.plan} = ${plan}`,
        text === undefined ? undefined : containsText([organizations.name, organizations.slug, organizations.id], text),
        olderThan(organizations.createdAt, organizations.id, after),
      ),
    )
    .orderBy(desc(organizations.createdAt), desc(organizations.id))
    .limit(limit);
}

export async function findAnyOrganization(
  db: ControlDatabase,
  id: string,
): Promise<AdministratedOrganizationRow | null> {
  const [row] = await select(db).where(idEquals(organizations.id, id)).limit(1);
  return row ?? null;
}

/**
 * Changes plan and status, with events in the audit logs of the organization and the server. False if the organization
 * changed in the meantime.
 */
export async function administrateOrganization(
  db: ControlDatabase,
  from: AdministratedOrganizationRow,
  to: { readonly plan: Plan; readonly status: 'active' | 'suspended' },
  event: AuditEvent,
): Promise<boolean> {
  const [changed] = await db.batch([
    db
      .update(organizations)
      .set({ ...to, updatedAt: event.occurredAt })
      .where(
        and(
          eq(organizations.id, from.id),
          sql`${organizations.plan} = ${from.plan}`,
          sql`${organizations.status} = ${from.status}`,
        ),
      )
      .returning({ id: organizations.id }),
    insertAuditEventIfChanged(db, from.id, event),
    insertAuditEventIfChanged(db, SYSTEM_ORGANIZATION_ID, event),
  ]);
  return changed.length > 0;
}

const select = (db: ControlDatabase) =>
  db
    .select({
      id: organizations.id,
      name: organizations.name,
      slug: organizations.slug,
      plan: organizations.plan,
      status: organizations.status,
      createdAt: organizations.createdAt,
      // Written as SQL: in a query of one table the builder omits table names, and both tables have an `id`.
      members: sql<number>`(SELECT count(*) FROM memberships WHERE memberships.organization_id = organizations.id)`,
    })
    .from(organizations);
