import { sql } from 'drizzle-orm';
import { memberships } from '../db/schema/control.ts';
import type { GrantObject } from '../domain/grants.ts';
import { permissionsFromBits } from '../domain/permissions.ts';
import type { Reach } from '../domain/reach.ts';
import type { WorkspaceAccess, WorkspaceRole } from '../domain/workspaces.ts';

/**
 * Columns with the access of a membership, for the query that checks the credential, so that no further round trip is
 * needed. The query must join `memberships`. `now` is Unix milliseconds.
 */
export function reachColumns(now: number) {
  return {
    reachedWorkspaces: sql<string>`(SELECT json_group_array(json_array(w.id, w.access, wm.role)) FROM workspaces AS w
      LEFT JOIN workspace_members AS wm ON wm.workspace_id = w.id AND wm.membership_id = ${memberships.id}
      WHERE w.organization_id = ${memberships.organizationId} AND (w.access = 'open' OR wm.role IS NOT NULL))`.as(
      'reached_workspaces',
    ),
    reachedGrants:
      sql<string>`(SELECT json_group_array(json_array(g.object_kind, g.object_id, g.permissions, g.expires_at))
      FROM grants AS g WHERE g.organization_id = ${memberships.organizationId} AND g.revoked_at IS NULL
      AND (g.expires_at IS NULL OR g.expires_at > ${now}) AND (
        (g.subject_kind = 'member' AND g.subject_id = ${memberships.id})
        OR (g.subject_kind = 'role' AND g.subject_id = ${memberships.role})
        OR (g.subject_kind = 'workspace' AND EXISTS (SELECT 1 FROM workspace_members AS m
          WHERE m.workspace_id = g.subject_id AND m.membership_id = ${memberships.id}))))`.as('reached_grants'),
  };
}

export interface ReachRow {
  readonly reachedWorkspaces: string;
  readonly reachedGrants: string;
}

type WorkspaceEntry = readonly [id: string, access: WorkspaceAccess, role: WorkspaceRole | null];
type GrantEntry = readonly [kind: GrantObject, id: string, bits: string, expiresAt: number | null];

/** Parses the columns. Whether access covers everything, and the limits of a key, are added by the caller. */
export function readReach(row: ReachRow): Pick<Reach, 'workspaces' | 'grants'> {
  const workspaces: readonly WorkspaceEntry[] = JSON.parse(row.reachedWorkspaces);
  const grants: readonly GrantEntry[] = JSON.parse(row.reachedGrants);
  return {
    workspaces: new Map(workspaces.map(([id, access, role]) => [id, { access, role }])),
    grants: grants.map(([objectKind, objectId, bits, expiresAt]) => ({
      objectKind,
      objectId,
      permissions: permissionsFromBits(bits),
      expiresAt,
    })),
  };
}
