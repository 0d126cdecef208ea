import { and, asc, eq, or, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { savedViews } from '../db/schema/tenant.ts';
import type { OrganizationId, UserId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEventIfChanged, keepAnswerOf } from './audit.ts';
import { idEquals } from './id-equals.ts';
import { insertWhen } from './insert-when.ts';

export type ViewRow = typeof savedViews.$inferSelect;

const visibleTo = (organizationId: OrganizationId, userId: UserId) =>
  and(eq(savedViews.organizationId, organizationId), or(eq(savedViews.userId, userId), eq(savedViews.shared, true)));

/** A person's own views and the shared ones, oldest first; `insertView` and `updateView` bound how many there are. */
export async function listViews(
  db: TenantDatabase,
  organizationId: OrganizationId,
  userId: UserId,
): Promise<ViewRow[]> {
  return db
    .select()
    .from(savedViews)
    .where(visibleTo(organizationId, userId))
    .orderBy(asc(savedViews.createdAt), asc(savedViews.id));
}

export async function findView(
  db: TenantDatabase,
  organizationId: OrganizationId,
  userId: UserId,
  id: string,
): Promise<ViewRow | null> {
  const [row] = await db
    .select()
    .from(savedViews)
    .where(and(visibleTo(organizationId, userId), idEquals(savedViews.id, id)))
    .limit(1);
  return row ?? null;
}

/** False, and nothing written, when the person or the organization has `cap` of them already. */
export async function insertView(
  db: TenantDatabase,
  organizationId: OrganizationId,
  row: Omit<ViewRow, 'organizationId'>,
  cap: number,
  event: AuditEvent,
): Promise<boolean> {
  const own = sql`(SELECT count(*) FROM saved_views WHERE organization_id = ${organizationId} AND user_id = ${row.userId}) < ${cap}`;
  const guard = row.shared ? sql`${own} AND ${sharedFit(organizationId, cap)}` : own;
  const [made] = await db.batch([
    insertWhen(db, savedViews, { ...row, organizationId }, guard).returning({ id: savedViews.id }),
    insertAuditEventIfChanged(db, organizationId, event),
    ...keepAnswerOf(db, event),
  ]);
  return made.length > 0;
}

/** False, and nothing changed, when the view is gone or the organization shares `cap` of them already. */
export async function updateView(
  db: TenantDatabase,
  organizationId: OrganizationId,
  before: ViewRow,
  to: Pick<ViewRow, 'name' | 'query' | 'shared'>,
  cap: number,
  event: AuditEvent,
): Promise<boolean> {
  const guard = to.shared && !before.shared ? sharedFit(organizationId, cap) : undefined;
  const [changed] = await db.batch([
    db
      .update(savedViews)
      .set({ ...to, updatedAt: event.occurredAt })
      .where(and(eq(savedViews.organizationId, organizationId), eq(savedViews.id, before.id), guard))
      .returning({ id: savedViews.id }),
    insertAuditEventIfChanged(db, organizationId, event),
    ...keepAnswerOf(db, event),
  ]);
  return changed.length > 0;
}

/** False when it is gone already. */
export async function deleteView(
  db: TenantDatabase,
  organizationId: OrganizationId,
  id: string,
  event: AuditEvent,
): Promise<boolean> {
  const [gone] = await db.batch([
    db
      .delete(savedViews)
      .where(and(eq(savedViews.organizationId, organizationId), eq(savedViews.id, id)))
      .returning({ id: savedViews.id }),
    insertAuditEventIfChanged(db, organizationId, event),
    ...keepAnswerOf(db, event),
  ]);
  return gone.length > 0;
}

const sharedFit = (organizationId: OrganizationId, cap: number) =>
  sql`(SELECT count(*) FROM saved_views WHERE organization_id = ${organizationId} AND shared = 1) < ${cap}`;
