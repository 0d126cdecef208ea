import type { InvitedWorkspace } from '#core/contract/invitations';
import { permissionsOnWorkspace } from '#core/domain/reach';
import { permissionsOfWorkspaceRole } from '#core/domain/workspaces';
import { AppError } from '#core/platform/errors';
import { findUsableWorkspaces } from '#core/store/workspaces';
import { lacks, type SignedInContext } from '../context.ts';
import { requireAllOnWorkspace } from '../workspaces/find.ts';

/** Parses the stored JSON; null means none. */
export function invitedWorkspaces(json: string | null): readonly InvitedWorkspace[] {
  const list: readonly InvitedWorkspace[] = JSON.parse(json ?? '[]');
  return list;
}

/**
 * Checks that the caller may add members to these workspaces in these roles.
 * @throws AppError `validation_failed` for a workspace that is archived, inaccessible or missing; `forbidden` for a
 * role beyond the caller's permissions in it
 */
export async function requireInvitable(context: SignedInContext, invited: readonly InvitedWorkspace[]): Promise<void> {
  const { caller, dependencies } = context;
  const ids = invited.map((each) => each.workspace_id);
  const usable = new Set(
    (await findUsableWorkspaces(dependencies.control, caller.organizationId, ids)).map((row) => row.id),
  );
  for (const [at, { workspace_id: id, role }] of invited.entries()) {
    const held = permissionsOnWorkspace(caller, id, dependencies.now());
    if (!usable.has(id) || !held.has('workspaces.read')) {
      const message = 'There is no such workspace.';
      throw new AppError('validation_failed', message, {
        errors: [{ path: `json.workspaces.${at}.workspace_id`, message }],
      });
    }
    if (!held.has('workspaces.manage')) throw lacks('workspaces.manage');
    requireAllOnWorkspace(context, id, permissionsOfWorkspaceRole(role));
  }
}
