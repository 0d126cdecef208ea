import type { GrantView } from '#core/contract/grants';
import type { EffectivePermissions } from '#core/contract/members';
import type { WorkspaceView } from '#core/contract/workspaces';
import { GRANTABLE } from '#core/domain/grants';
import type { Permission } from '#core/domain/permissions';
import { permissionsOnTemplate, permissionsOnWorkspace, REACHES_EVERYWHERE, type Reaching } from '#core/domain/reach';

export type AccessPlace =
  | { readonly kind: 'workspace'; readonly workspace: Pick<WorkspaceView, 'id' | 'access'> }
  | { readonly kind: 'template'; readonly id: string };

/**
 * Computes a member's permissions on a workspace or a template, with the same function as the server.
 *
 * @param access their role and workspaces, from the API
 * @param grants all grants on this object
 * @param now Unix milliseconds
 */
export function permissionsOnObject(
  place: AccessPlace,
  access: EffectivePermissions,
  grants: readonly GrantView[],
  now: number,
): readonly Permission[] {
  const permissions = new Set(access.permissions);
  const own = place.kind === 'workspace' ? access.workspaces.find(({ id }) => id === place.workspace.id) : undefined;
  const reached = place.kind === 'workspace' && (place.workspace.access === 'open' || own !== undefined);
  const member: Reaching = {
    permissions,
    reach: {
      workspaces: new Map(
        reached ? [[place.workspace.id, { access: place.workspace.access, role: own?.role ?? null }]] : [],
      ),
      grants: grants.filter((grant) => isFor(grant, access)).map(reachGrant),
      everywhere: permissions.has(REACHES_EVERYWHERE),
      boundTo: null,
      mask: null,
    },
  };
  const held =
    place.kind === 'workspace'
      ? permissionsOnWorkspace(member, place.workspace.id, now)
      : permissionsOnTemplate(member, place.id, now);
  return GRANTABLE[place.kind].filter((each) => held.has(each));
}

function isFor(grant: GrantView, access: EffectivePermissions): boolean {
  switch (grant.subject_kind) {
    case 'member':
      return grant.subject_id === access.member_id;
    case 'role':
      return grant.subject_id === access.role;
    case 'workspace':
      return access.workspaces.some(({ id }) => id === grant.subject_id);
  }
}

const reachGrant = (grant: GrantView) => ({
  objectKind: grant.object_kind,
  objectId: grant.object_id,
  permissions: new Set(grant.permissions),
  expiresAt: grant.expires_at === null ? null : Date.parse(grant.expires_at),
});
