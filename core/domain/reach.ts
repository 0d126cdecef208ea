import type { GrantObject } from './grants.ts';
import type { Permission } from './permissions.ts';
import { permissionsOfWorkspaceRole, type WorkspaceAccess, type WorkspaceRole } from './workspaces.ts';

/**
 * Decides access to documents and workspaces. Pure, and the only place where this is decided.
 *
 * - No workspace, or an open one: the organization-wide role applies; a role in the workspace adds to it.
 * - A restricted workspace: only the role in the workspace applies. Users who manage the organization's members keep
 *   their organization-wide permissions, since they could add themselves at any time.
 * - A grant on the object or on its workspace adds to that.
 * - A key restricted to a workspace has access to that workspace only. No key exceeds the permissions it was created
 *   with.
 */
export interface Reach {
  /** By id: open workspaces, and restricted ones the user is a member of. */
  readonly workspaces: ReadonlyMap<string, ReachedWorkspace>;
  readonly grants: readonly ReachGrant[];
  /** True for users who manage the organization's members, and for their keys. */
  readonly everywhere: boolean;
  /** Workspace a key is restricted to. */
  readonly boundTo: string | null;
  /** Maximum permissions of a key; null for a user. */
  readonly mask: ReadonlySet<Permission> | null;
}

export interface ReachedWorkspace {
  readonly access: WorkspaceAccess;
  readonly role: WorkspaceRole | null;
}

export interface ReachGrant {
  readonly objectKind: GrantObject;
  readonly objectId: string;
  readonly permissions: ReadonlySet<Permission>;
  /** Unix milliseconds; null if it does not expire. */
  readonly expiresAt: number | null;
}

/** A caller with organization-wide permissions and access. */
export interface Reaching {
  readonly permissions: ReadonlySet<Permission>;
  readonly reach: Reach;
}

/** Permission that includes access to restricted workspaces. */
export const REACHES_EVERYWHERE: Permission = 'members.manage';

/** Returns the caller's permissions on a document. Empty means the document does not exist for this caller. */
export function permissionsOnDocument(
  caller: Reaching,
  document: { readonly id: string; readonly workspaceId: string | null },
  now: number,
): ReadonlySet<Permission> {
  const { boundTo } = caller.reach;
  if (boundTo !== null && document.workspaceId !== boundTo) return new Set();
  const base =
    document.workspaceId === null ? caller.permissions : permissionsOnWorkspace(caller, document.workspaceId, now);
  return masked(caller, new Set([...base, ...granted(caller, 'document', document.id, now)]));
}

/** Returns the caller's permissions on a workspace and its contents. Empty means it does not exist for this caller. */
export function permissionsOnWorkspace(caller: Reaching, workspaceId: string, now: number): ReadonlySet<Permission> {
  const { boundTo, workspaces } = caller.reach;
  if (boundTo !== null && workspaceId !== boundTo) return new Set();
  const reached = workspaces.get(workspaceId);
  const wide = reached?.access === 'open' || caller.reach.everywhere ? caller.permissions : [];
  const own = reached?.role ? permissionsOfWorkspaceRole(reached.role) : [];
  return masked(caller, new Set([...wide, ...own, ...granted(caller, 'workspace', workspaceId, now)]));
}

/**
 * Returns the caller's permissions on a template. Templates belong to no workspace, so a key restricted to one can only
 * read them.
 */
export function permissionsOnTemplate(caller: Reaching, id: string, now: number): ReadonlySet<Permission> {
  const held = masked(caller, new Set([...caller.permissions, ...granted(caller, 'template', id, now)]));
  return caller.reach.boundTo === null ? held : new Set([...held].filter((name) => name === 'templates.read'));
}

/** Returns whether the caller holds a permission anywhere: organization-wide, in a workspace or on one object. */
export function holdsSomewhere(caller: Reaching, permission: Permission, now: number): boolean {
  if (caller.permissions.has(permission)) return true;
  if (caller.reach.mask?.has(permission) === false) return false;
  return (
    [...caller.reach.workspaces.keys()].some((id) => permissionsOnWorkspace(caller, id, now).has(permission)) ||
    caller.reach.grants.some((grant) => isCurrent(grant, now) && grant.permissions.has(permission))
  );
}

/** Where a caller holds a permission, in the form lists filter by. `everywhere` means no filter. */
export interface ReachedPlaces {
  readonly everywhere: boolean;
  /** Whether documents without a workspace are included. */
  readonly unassigned: boolean;
  readonly workspaceIds: readonly string[];
  /** Single documents, in any workspace. */
  readonly documentIds: readonly string[];
}

/** Returns where the caller holds a permission on documents. `everywhere` lets the query skip the filter. */
export function placesWith(caller: Reaching, permission: Permission, now: number): ReachedPlaces {
  const { reach } = caller;
  if (reach.everywhere && reach.boundTo === null && caller.permissions.has(permission))
    return { everywhere: true, unassigned: true, workspaceIds: [], documentIds: [] };
  const known = new Set([...reach.workspaces.keys(), ...objectsOf(reach, 'workspace')]);
  if (reach.boundTo !== null) known.add(reach.boundTo);
  const allowed = reach.mask?.has(permission) !== false;
  return {
    everywhere: false,
    unassigned: reach.boundTo === null && caller.permissions.has(permission),
    workspaceIds: [...known].filter((id) => permissionsOnWorkspace(caller, id, now).has(permission)),
    documentIds:
      reach.boundTo === null && allowed
        ? reach.grants
            .filter(
              (each) => each.objectKind === 'document' && isCurrent(each, now) && each.permissions.has(permission),
            )
            .map((each) => each.objectId)
        : [],
  };
}

const isCurrent = (grant: ReachGrant, now: number): boolean => grant.expiresAt === null || now < grant.expiresAt;

const objectsOf = (reach: Reach, kind: GrantObject): readonly string[] =>
  reach.grants.filter((grant) => grant.objectKind === kind).map((grant) => grant.objectId);

function granted({ reach }: Reaching, kind: GrantObject, id: string, now: number): readonly Permission[] {
  return reach.grants
    .filter((grant) => grant.objectKind === kind && grant.objectId === id && isCurrent(grant, now))
    .flatMap((grant) => [...grant.permissions]);
}

function masked({ reach }: Reaching, permissions: ReadonlySet<Permission>): ReadonlySet<Permission> {
  const { mask } = reach;
  return mask === null ? permissions : new Set([...permissions].filter((name) => mask.has(name)));
}
