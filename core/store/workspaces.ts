import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { workspaceMembers, workspaces } from '../db/schema/workspaces.ts';
import type { OrganizationId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEventIfChanged, keepAnswerOf } from './audit.ts';
import { containsText } from './contains-text.ts';
import { insertWhen } from './insert-when.ts';
import { newerThan, type PageRequest } from './page.ts';
import { type CapByPlan, capOfOrganization } from './plan-cap.ts';

export type WorkspaceRow = typeof workspaces.$inferSelect;

export interface WorkspaceFilter {
  /** Part of the name or slug, case-insensitive. */
  readonly text?: string | undefined;
  /** Defaults to both. */
  readonly archived?: boolean | undefined;
  /** Restricts the list to these ids; null means all of the organization. */
  readonly ids: readonly string[] | null;
}

/** With member counts, oldest first. `after` is the last row of the previous page. */
export async function listWorkspaces(
  db: ControlDatabase,
  organizationId: OrganizationId,
  filter: WorkspaceFilter,
  { limit, after }: PageRequest,
) {
  const { createdAt, id, name, slug, archivedAt } = workspaces;
  return selectWorkspaces(
    db,
    and(
      eq(workspaces.organizationId, organizationId),
      filter.ids === null ? undefined : idIn(filter.ids),
      filter.archived === undefined ? undefined : filter.archived ? isNotNull(archivedAt) : isNull(archivedAt),
      filter.text ? containsText([name, slug], filter.text) : undefined,
      newerThan(createdAt, id, after),
    ),
  )
    .orderBy(asc(createdAt), asc(id))
    .limit(limit);
}

export async function findWorkspace(db: ControlDatabase, organizationId: OrganizationId, id: string) {
  const [row] = await selectWorkspaces(db, workspaceOf(organizationId, id)).limit(1);
  return row ?? null;
}

/** Returns which of these ids are active workspaces of the organization. */
export async function findUsableWorkspaces(
  db: ControlDatabase,
  organizationId: OrganizationId,
  ids: readonly string[],
): Promise<readonly WorkspaceRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(workspaces)
    .where(
      and(
        eq(workspaces.organizationId, organizationId),
        inArray(workspaces.id, [...ids]),
        isNull(workspaces.archivedAt),
      ),
    );
}

export async function isWorkspaceSlugTaken(
  db: ControlDatabase,
  organizationId: OrganizationId,
  slug: string,
): Promise<boolean> {
  const rows = await db
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(and(eq(workspaces.organizationId, organizationId), eq(workspaces.slug, slug)))
    .limit(1);
  return rows.length > 0;
}

/**
 * Creates a workspace with its creator as `manager`. Writes nothing if the plan's limit is reached. Rejects if the slug
 * is taken.
 */
export async function insertWorkspace(
  db: ControlDatabase,
  organizationId: OrganizationId,
  workspace: Omit<WorkspaceRow, 'organizationId'>,
  cap: CapByPlan,
  event: AuditEvent,
): Promise<void> {
  const present = sql`(SELECT count(*) FROM workspaces WHERE organization_id = ${organizationId})`;
  await db.batch([
    insertWhen(
      db,
      workspaces,
      { ...workspace, organizationId },
      sql`${present} < ${capOfOrganization(organizationId, cap)}`,
    ),
    insertAuditEventIfChanged(db, organizationId, event),
    insertManager(db, organizationId, workspace.id, workspace.createdBy, event.occurredAt),
    ...keepAnswerOf(db, event),
  ]);
}

/**
 * Rejects if the slug is taken. `keptBy` is a user who would lose access by restricting the workspace; they become a
 * manager in the same batch. False if the workspace changed in the meantime.
 */
export async function updateWorkspace(
  db: ControlDatabase,
  organizationId: OrganizationId,
  before: WorkspaceRow,
  to: Pick<WorkspaceRow, 'name' | 'slug' | 'access' | 'archivedAt'>,
  event: AuditEvent,
  keptBy: string | null,
): Promise<boolean> {
  const keep = keptBy === null ? [] : [insertManager(db, organizationId, before.id, keptBy, event.occurredAt)];
  const [changed] = await db.batch([
    db
      .update(workspaces)
      .set({ ...to, updatedAt: event.occurredAt })
      .where(and(workspaceOf(organizationId, before.id), eq(workspaces.updatedAt, before.updatedAt)))
      .returning({ id: workspaces.id }),
    insertAuditEventIfChanged(db, organizationId, event),
    ...keep,
  ]);
  return changed.length > 0;
}

/** Statement: makes a user with an active membership a manager of the workspace, unless they are already in it. */
function insertManager(
  db: ControlDatabase,
  organizationId: OrganizationId,
  workspaceId: string,
  userId: string,
  now: number,
) {
  return db
    .insert(workspaceMembers)
    .select(
      sql`SELECT w.id, m.id, m.organization_id, 'manager', ${now}, ${now} FROM memberships AS m
        JOIN workspaces AS w ON w.id = ${workspaceId} AND w.organization_id = m.organization_id
        WHERE m.organization_id = ${organizationId} AND m.user_id = ${userId} AND m.status = 'active'`,
    )
    .onConflictDoNothing();
}

/** Passes the ids as one bound value: D1 allows at most 100 per statement. */
const idIn = (ids: readonly string[]): SQL =>
  sql`${workspaces.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;

const workspaceOf = (organizationId: OrganizationId, id: string) =>
  and(eq(workspaces.organizationId, organizationId), eq(workspaces.id, id));

function selectWorkspaces(db: ControlDatabase, condition: SQL | undefined) {
  return db
    .select({
      id: workspaces.id,
      organizationId: workspaces.organizationId,
      name: workspaces.name,
      slug: workspaces.slug,
      access: workspaces.access,
      createdBy: workspaces.createdBy,
      createdAt: workspaces.createdAt,
      updatedAt: workspaces.updatedAt,
      archivedAt: workspaces.archivedAt,
      members: sql<number>`(SELECT count(*) FROM workspace_members AS wm WHERE wm.workspace_id = "workspaces"."id")`,
    })
    .from(workspaces)
    .where(condition)
    .$dynamic();
}
