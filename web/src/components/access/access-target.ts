import type { DocumentView } from '#core/contract/documents';
import type { RoleView } from '#core/contract/roles';
import type { WorkspaceView } from '#core/contract/workspaces';
import { GRANTABLE, type GrantSubject } from '#core/domain/grants';
import type { Permission } from '#core/domain/permissions';
import { BUILT_IN_ROLES } from '#core/domain/roles';
import { listAllMembers, listRoles } from '../../api/people.ts';
import { listWorkspaces } from '../../api/workspaces.ts';
import { mayUse } from '../../state/session.ts';

/** Whose access is looked at. */
export type AccessTarget =
  | { readonly kind: 'document'; readonly document: Pick<DocumentView, 'id' | 'name' | 'workspace_id'> }
  | { readonly kind: 'workspace'; readonly workspace: WorkspaceView }
  | { readonly kind: 'template'; readonly id: string; readonly name: string };

export interface Subject {
  readonly id: string;
  readonly name: string;
}

/** To whom something can be granted, by kind; the workspaces also tell what the caller may do in them. */
export interface Subjects {
  readonly member: readonly Subject[];
  readonly role: readonly Subject[];
  readonly workspace: readonly (Subject & Pick<WorkspaceView, 'permissions' | 'archived'>)[];
}

/** What the caller may not see is left out, not refused. */
export async function loadSubjects(signal: AbortSignal): Promise<Subjects> {
  const [members, roles, workspaces] = await Promise.all([
    mayUse('members.read') ? listAllMembers(signal) : [],
    mayUse('roles.read') ? listRoles(signal) : { data: [] as readonly RoleView[] },
    mayUse('workspaces.read') ? listWorkspaces(signal) : { data: [] as readonly WorkspaceView[] },
  ]);
  const custom = roles.data.filter(({ kind }) => kind === 'custom');
  return {
    member: members
      .filter(({ status }) => status === 'active')
      .map(({ id, first_name, last_name, email }) => ({ id, name: `${first_name} ${last_name} (${email})` })),
    role: [...BUILT_IN_ROLES.map((name) => ({ id: name, name })), ...custom.map(({ id, name }) => ({ id, name }))],
    workspace: workspaces.data,
  };
}

/** The name of a subject; its id where the caller may not see it, or where it is gone. */
export function subjectName(subjects: Subjects, kind: GrantSubject, id: string): string {
  return subjects[kind].find((each) => each.id === id)?.name ?? id;
}

/** What the caller may grant on it; null for who does not decide who reaches it. */
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
