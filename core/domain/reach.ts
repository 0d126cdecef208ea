import type { GrantObject } from './grants.ts';
import type { Permission } from './permissions.ts';
import { permissionsOfWorkspaceRole, type WorkspaceAccess, type WorkspaceRole } from './workspaces.ts';

/**
 * Who reaches which document or workspace, and what they may do there. Pure, and the only place where it is decided.
 *
 * - No workspace, or an open one: what the organization-wide role grants; a role in the workspace adds to it.
 * - A restricted workspace: what the role in the workspace grants, and nothing else. Who manages the organization's
 *   members keeps their organization-wide permissions: they could add themselves at any time.
 * - A grant on the object, or on its workspace, adds to that.
 * - A key bound to a workspace reaches only that one; no key does more than it was made for.
 */
export interface Reach {
  /** By id: the workspaces that are open, and the restricted ones the person is a member of. */
  readonly workspaces: ReadonlyMap<string, ReachedWorkspace>;
  readonly grants: readonly ReachGrant[];
  /** True for whoever manages the organization's members, and for the keys they made. */
  readonly everywhere: boolean;
  /** The one workspace a key is bound to. */
  readonly boundTo: string | null;
  /** What a key was made for at most; null for a person. */
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
  /** Unix milliseconds; null: for good. */
  readonly expiresAt: number | null;
}

/** Somebody with organization-wide permissions and a reach. */
export interface Reaching {
  readonly permissions: ReadonlySet<Permission>;
  readonly reach: Reach;
}

/** The permission whose holders reach restricted workspaces too. */
export const REACHES_EVERYWHERE: Permission = 'members.manage';

/** What the caller may do on one document. Empty: for this caller it does not exist. */
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

/** What the caller may do on one workspace and on what lies in it. Empty: for this caller it does not exist. */
export function permissionsOnWorkspace(caller: Reaching, workspaceId: string, now: number): ReadonlySet<Permission> {
  const { boundTo, workspaces } = caller.reach;
  if (boundTo !== null && workspaceId !== boundTo) return new Set();
  const reached = workspaces.get(workspaceId);
  const wide = reached?.access === 'open' || caller.reach.everywhere ? caller.permissions : [];
  const own = reached?.role ? permissionsOfWorkspaceRole(reached.role) : [];
  return masked(caller, new Set([...wide, ...own, ...granted(caller, 'workspace', workspaceId, now)]));
}

/** What the caller may do on one template. Templates lie in no workspace, so a key bound to one only reads them. */
export function permissionsOnTemplate(caller: Reaching, id: string, now: number): ReadonlySet<Permission> {
  const held = masked(caller, new Set([...caller.permissions, ...granted(caller, 'template', id, now)]));
  return caller.reach.boundTo === null ? held : new Set([...held].filter((name) => name === 'templates.read'));
}

/** May the caller do this anywhere at all: organization-wide, in a workspace, or on one object? */
export function holdsSomewhere(caller: Reaching, permission: Permission, now: number): boolean {
  if (caller.permissions.has(permission)) return true;
  if (caller.reach.mask?.has(permission) === false) return false;
  return (
    [...caller.reach.workspaces.keys()].some((id) => permissionsOnWorkspace(caller, id, now).has(permission)) ||
    caller.reach.grants.some((grant) => isCurrent(grant, now) && grant.permissions.has(permission))
  );
}

/** Where a caller may do something, as a list can filter by it. `everywhere`: no filter at all. */
export interface ReachedPlaces {
  readonly everywhere: boolean;
  /** Documents without a workspace too? */
  readonly unassigned: boolean;
  readonly workspaceIds: readonly string[];
  /** Single documents, wherever they lie. */
  readonly documentIds: readonly string[];
}

/** The places whose documents the caller may do this on; `everywhere` spares the database the filter. */
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
