import { and, desc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { grants, workspaceMembers } from '../db/schema/workspaces.ts';
import type { GrantObject } from '../domain/grants.ts';
import type { OrganizationId } from '../domain/id.ts';
import type { WorkspaceRole } from '../domain/workspaces.ts';
import { type AuditEvent, insertAuditEventIfChanged, keepAnswerOf } from './audit.ts';
import { credentialHolds } from './credential-holds.ts';
import { insertWhen } from './insert-when.ts';
import { olderThan, type PageRequest } from './page.ts';

export type GrantRow = typeof grants.$inferSelect;

export interface ObjectReference {
  readonly kind: GrantObject;
  readonly id: string;
}

/** Live grants, newest first; `after` is the last row of the previous page. Times are Unix milliseconds. */
export async function listGrants(
  db: ControlDatabase,
  organizationId: OrganizationId,
  filter: {
    readonly object?: ObjectReference | undefined;
    readonly subjectId?: string | undefined;
    readonly now: number;
  },
  { limit, after }: PageRequest,
): Promise<readonly GrantRow[]> {
  const { createdAt, id } = grants;
  return db
    .select()
    .from(grants)
    .where(
      and(
        isLive(organizationId, filter.now),
        filter.object && isObject(filter.object),
        filter.subjectId === undefined ? undefined : eq(grants.subjectId, filter.subjectId),
        olderThan(createdAt, id, after),
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(limit);
}

export async function findGrant(db: ControlDatabase, organizationId: OrganizationId, id: string) {
  const [row] = await db.select().from(grants).where(grantOf(organizationId, id)).limit(1);
  return row ?? null;
}

/** Returns false without writing if the organization already has `cap` live grants or the caller's credential was revoked. */
export async function insertGrant(
  db: ControlDatabase,
  organizationId: OrganizationId,
  grant: Omit<GrantRow, 'organizationId'>,
  cap: number,
  event: AuditEvent,
): Promise<boolean> {
  const now = event.occurredAt;
  const live = sql`(SELECT count(*) FROM grants WHERE organization_id = ${organizationId} AND revoked_at IS NULL
    AND (expires_at IS NULL OR expires_at > ${now}))`;
  await db.batch([
    insertWhen(
      db,
      grants,
      { ...grant, organizationId },
      sql`${live} < ${cap} AND ${credentialHolds(db, event.credential, now)}`,
    ),
    insertAuditEventIfChanged(db, organizationId, event),
    ...keepAnswerOf(db, event),
  ]);
  return (await findGrant(db, organizationId, grant.id)) !== null;
}

/** Revokes a grant. Revoking it again has no effect. */
export async function revokeGrant(
  db: ControlDatabase,
  organizationId: OrganizationId,
  id: string,
  event: AuditEvent,
): Promise<void> {
  await db.batch([
    db
      .update(grants)
      .set({ revokedAt: event.occurredAt })
      .where(and(grantOf(organizationId, id), isNull(grants.revokedAt))),
    insertAuditEventIfChanged(db, organizationId, event),
  ]);
}

/** Returns all live grants on these objects; bounded by the limit on grants. */
export async function listGrantsOnObjects(
  db: ControlDatabase,
  organizationId: OrganizationId,
  objects: readonly ObjectReference[],
  now: number,
): Promise<readonly GrantRow[]> {
  return db
    .select()
    .from(grants)
    .where(and(isLive(organizationId, now), or(...objects.map(isObject))));
}

/** Returns the roles of these members in these workspaces. */
export async function listWorkspaceRoles(
  db: ControlDatabase,
  organizationId: OrganizationId,
  workspaceIds: readonly string[],
  membershipIds: readonly string[],
): Promise<readonly { readonly workspaceId: string; readonly membershipId: string; readonly role: WorkspaceRole }[]> {
  const oneOf = (ids: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  return db
    .select({
      workspaceId: workspaceMembers.workspaceId,
      membershipId: workspaceMembers.membershipId,
      role: workspaceMembers.role,
    })
    .from(workspaceMembers)
    .where(
      and(
        eq(workspaceMembers.organizationId, organizationId),
        inArray(workspaceMembers.workspaceId, oneOf(workspaceIds)),
        inArray(workspaceMembers.membershipId, oneOf(membershipIds)),
      ),
    );
}

const grantOf = (organizationId: OrganizationId, id: string) =>
  and(eq(grants.organizationId, organizationId), eq(grants.id, id));

const isObject = ({ kind, id }: ObjectReference) => and(eq(grants.objectKind, kind), eq(grants.objectId, id));

const isLive = (organizationId: OrganizationId, now: number) =>
  and(
    eq(grants.organizationId, organizationId),
    isNull(grants.revokedAt),
    or(isNull(grants.expiresAt), gt(grants.expiresAt, now)),
  );
