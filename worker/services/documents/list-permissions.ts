import type { DocumentPermissionsList } from '#core/contract/grants';
import type { PageQuery } from '#core/contract/list';
import { PERMISSIONS, permissionsFromBits } from '#core/domain/permissions';
import { permissionsOnDocument, REACHES_EVERYWHERE, type Reach } from '#core/domain/reach';
import { type GrantRow, listGrantsOnObjects, listWorkspaceRoles } from '#core/store/grants';
import { listMembers, type MemberRow } from '#core/store/members';
import { findWorkspace } from '#core/store/workspaces';
import { requirePermission, requireSomewhere, type SignedInContext } from '../context.ts';
import { permissionsOf } from '../identity/identity-view.ts';
import { byCreation, pageOf, pageRequest } from '../list-page.ts';
import { requireDocument } from './find.ts';

/**
 * Returns each member's current permissions on a document: one page in order of joining, computed by the function that
 * enforces them. Suspended members have none. @throws AppError `not_found`, `forbidden`
 */
export async function listDocumentPermissions(
  context: SignedInContext,
  documentId: string,
  query: PageQuery,
): Promise<DocumentPermissionsList> {
  requireSomewhere(context, 'documents.read');
  const document = await requireDocument(context, documentId, 'documents.read');
  requirePermission(context, 'members.read');
  const { caller, dependencies } = context;
  const { control } = dependencies;
  const { organizationId } = caller;
  const now = dependencies.now();
  const { workspaceId } = document;
  const objects = [
    { kind: 'document', id: document.id } as const,
    ...(workspaceId === null ? [] : [{ kind: 'workspace', id: workspaceId } as const]),
  ];
  const [members, workspace, grants] = await Promise.all([
    listMembers(control, organizationId, {}, pageRequest(query)),
    workspaceId === null ? null : findWorkspace(control, organizationId, workspaceId),
    listGrantsOnObjects(control, organizationId, objects, now),
  ]);
  const teams = grants.filter((grant) => grant.subjectKind === 'workspace').map((grant) => grant.subjectId);
  const roles = await listWorkspaceRoles(
    control,
    organizationId,
    [...teams, ...(workspaceId === null ? [] : [workspaceId])],
    members.map((member) => member.id),
  );
  const view = (member: MemberRow) => {
    const of = roles.filter((each) => each.membershipId === member.id);
    const role = of.find((each) => each.workspaceId === workspaceId)?.role ?? null;
    const permissions = new Set(member.status === 'active' ? permissionsOf(member.role, member.customPermissions) : []);
    const reached = workspace && (workspace.access === 'open' || role !== null);
    const reach: Reach = {
      workspaces: new Map(reached ? [[workspace.id, { access: workspace.access, role }]] : []),
      grants: grants.filter((grant) => isFor(grant, member, of)).map(reachGrant),
      everywhere: permissions.has(REACHES_EVERYWHERE),
      boundTo: null,
      mask: null,
    };
    const held =
      member.status === 'active' ? permissionsOnDocument({ permissions, reach }, document, now) : permissions;
    return {
      member_id: member.id,
      user_id: member.userId,
      first_name: member.firstName,
      last_name: member.lastName,
      role: member.role,
      role_name: member.customRoleName ?? member.role,
      workspace_role: role,
      permissions: PERMISSIONS.filter((name) => name.startsWith('documents.') && held.has(name)),
    };
  };
  return pageOf(members, query.limit, byCreation, view);
}

function isFor(grant: GrantRow, member: MemberRow, of: readonly { readonly workspaceId: string }[]): boolean {
  switch (grant.subjectKind) {
    case 'member':
      return grant.subjectId === member.id;
    case 'role':
      return grant.subjectId === member.role;
    case 'workspace':
      return of.some((each) => each.workspaceId === grant.subjectId);
  }
}

const reachGrant = (grant: GrantRow) => ({
  objectKind: grant.objectKind,
  objectId: grant.objectId,
  permissions: permissionsFromBits(grant.permissions),
  expiresAt: grant.expiresAt,
});
