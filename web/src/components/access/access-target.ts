import type { DocumentView } from '#core/contract/documents';
import type { WorkspaceView } from '#core/contract/workspaces';
import { GRANTABLE, type GrantSubject } from '#core/domain/grants';
import type { Permission } from '#core/domain/permissions';
import { BUILT_IN_ROLES } from '#core/domain/roles';
import { listAllMembers, listAllRoles } from '../../api/people.ts';
import { listAllWorkspaces } from '../../api/workspaces.ts';
import { mayUse } from '../../state/session.ts';

/** The object whose access is shown. */
export type AccessTarget =
  | { readonly kind: 'document'; readonly document: Pick<DocumentView, 'id' | 'name' | 'workspace_id'> }
  | { readonly kind: 'workspace'; readonly workspace: WorkspaceView }
  | { readonly kind: 'template'; readonly id: string; readonly name: string };

export interface Subject {
  readonly id: string;
  readonly name: string;
}

/** Possible recipients of a grant, by kind; workspaces carry the caller's permissions in them. */
export interface Subjects {
  readonly member: readonly Subject[];
  readonly role: readonly Subject[];
  readonly workspace: readonly (Subject & Pick<WorkspaceView, 'permissions' | 'archived'>)[];
}

/** Leaves out what the caller may not see. */
export async function loadSubjects(signal: AbortSignal): Promise<Subjects> {
  const [members, roles, workspaces] = await Promise.all([
    mayUse('members.read') ? listAllMembers(signal) : [],
    mayUse('roles.read') ? listAllRoles(signal) : [],
    mayUse('workspaces.read') ? listAllWorkspaces(signal) : [],
  ]);
  const custom = roles.filter(({ kind }) => kind === 'custom');
  return {
    member: members
      .filter(({ status }) => status === 'active')
      .map(({ id, first_name, last_name, email }) => ({ id, name: `${first_name} ${last_name} (${email})` })),
    role: [...BUILT_IN_ROLES.map((name) => ({ id: name, name })), ...custom.map(({ id, name }) => ({ id, name }))],
    workspace: workspaces,
  };
}

/** The name of a subject, or its id where the caller may not see it or it was deleted. */
export function subjectName(subjects: Subjects, kind: GrantSubject, id: string): string {
  return subjects[kind].find((each) => each.id === id)?.name ?? id;
}

/** The permissions that the caller may grant on the object; null for callers who do not manage its access. */
export function grantableOn(
  target: AccessTarget,
  subjects: Subjects,
  own: readonly Permission[],
): readonly Permission[] | null {
  const held = heldOn(target, subjects, own);
  return held.includes('workspaces.manage') ? GRANTABLE[target.kind].filter((each) => held.includes(each)) : null;
}

function heldOn(target: AccessTarget, subjects: Subjects, own: readonly Permission[]): readonly Permission[] {
  switch (target.kind) {
    case 'template':
      return own;
    case 'workspace':
      return target.workspace.permissions;
    case 'document': {
      const { workspace_id: place } = target.document;
      return place === null ? own : (subjects.workspace.find(({ id }) => id === place)?.permissions ?? []);
    }
  }
}
