import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { memberships, users } from '../db/schema/control.ts';
import { workspaceMembers, workspaces } from '../db/schema/workspaces.ts';
import type { OrganizationId } from '../domain/id.ts';
import type { WorkspaceRole } from '../domain/workspaces.ts';
import { type AuditEvent, insertAuditEventIfChanged } from './audit.ts';
import { credentialHolds } from './credential-holds.ts';
import { newerThan, type PageRequest } from './page.ts';

/** In order of addition; `after` is the last row of the previous page. */
export async function listWorkspaceMembers(
  db: ControlDatabase,
  organizationId: OrganizationId,
  workspaceId: string,
  { limit, after }: PageRequest,
) {
  const { createdAt, membershipId } = workspaceMembers;
  const beyond = newerThan(createdAt, membershipId, after);
  return selectWorkspaceMembers(db, and(inWorkspace(organizationId, workspaceId), beyond))
    .orderBy(asc(createdAt), asc(membershipId))
    .limit(limit);
}

export async function findWorkspaceMember(
  db: ControlDatabase,
  organizationId: OrganizationId,
  workspaceId: string,
  membershipId: string,
) {
  const [row] = await selectWorkspaceMembers(db, memberOf(organizationId, workspaceId, membershipId)).limit(1);
  return row ?? null;
}

/** Returns a member's workspaces by name. */
export async function listWorkspacesOfMember(
  db: ControlDatabase,
  organizationId: OrganizationId,
  membershipId: string,
) {
  return db
    .select({ id: workspaces.id, name: workspaces.name, access: workspaces.access, role: workspaceMembers.role })
    .from(workspaceMembers)
    .innerJoin(
      workspaces,
      and(
        eq(workspaces.id, workspaceMembers.workspaceId),
        eq(workspaces.organizationId, workspaceMembers.organizationId),
      ),
    )
    .where(and(eq(workspaceMembers.organizationId, organizationId), eq(workspaceMembers.membershipId, membershipId)))
    .orderBy(asc(workspaces.name));
}

/**
 * Adds a member of the organization to one of its workspaces, or changes their role there. False, and nothing done: one
 * of them is gone, or the caller's credential was revoked.
 */
export async function putWorkspaceMember(
  db: ControlDatabase,
  organizationId: OrganizationId,
  member: { readonly workspaceId: string; readonly membershipId: string; readonly role: WorkspaceRole },
  event: AuditEvent,
): Promise<boolean> {
  const { workspaceId, membershipId, role } = member;
  const now = event.occurredAt;
  const [written] = await db.batch([
    db
      .insert(workspaceMembers)
      .select(
        sql`SELECT w.id, m.id, m.organization_id, ${role}, ${now}, ${now} FROM memberships AS m
          JOIN workspaces AS w ON w.id = ${workspaceId} AND w.organization_id = m.organization_id
          WHERE m.organization_id = ${organizationId} AND m.id = ${membershipId}
            AND ${credentialHolds(db, event.credential, now)}`,
      )
      .onConflictDoUpdate({
        target: [workspaceMembers.workspaceId, workspaceMembers.membershipId],
        set: { role, updatedAt: now },
      })
      .returning({ role: workspaceMembers.role }),
    insertAuditEventIfChanged(db, organizationId, event),
  ]);
  return written.length > 0;
}

export async function deleteWorkspaceMember(
  db: ControlDatabase,
  organizationId: OrganizationId,
  workspaceId: string,
  membershipId: string,
  event: AuditEvent,
): Promise<void> {
  await db.batch([
    db.delete(workspaceMembers).where(memberOf(organizationId, workspaceId, membershipId)),
    insertAuditEventIfChanged(db, organizationId, event),
  ]);
}

const inWorkspace = (organizationId: OrganizationId, workspaceId: string) =>
  and(eq(workspaceMembers.organizationId, organizationId), eq(workspaceMembers.workspaceId, workspaceId));

const memberOf = (organizationId: OrganizationId, workspaceId: string, membershipId: string) =>
  and(inWorkspace(organizationId, workspaceId), eq(workspaceMembers.membershipId, membershipId));

function selectWorkspaceMembers(db: ControlDatabase, condition: SQL | undefined) {
  return db
    .select({
      membershipId: workspaceMembers.membershipId,
      userId: memberships.userId,
      email: users.email,
      firstName: users.firstName,
      lastName: users.lastName,
      role: workspaceMembers.role,
      createdAt: workspaceMembers.createdAt,
    })
    .from(workspaceMembers)
    .innerJoin(
      memberships,
      and(
        eq(memberships.id, workspaceMembers.membershipId),
        eq(memberships.organizationId, workspaceMembers.organizationId),
      ),
    )
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(condition)
    .$dynamic();
}
