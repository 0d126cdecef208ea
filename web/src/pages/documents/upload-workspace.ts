import type { WorkspaceView } from '#core/contract/workspaces';

/**
 * The workspace for uploaded files: the chosen one, else the one the list is filtered by, else none. Workspaces that
 * the user may not upload to are ignored. Users who can only upload to workspaces get the first of these.
 *
 * @param chosen id, `''` for no workspace, null if nothing was chosen
 * @returns id of the workspace, or null for none
 */
export function uploadWorkspaceId(
  chosen: string | null,
  filtered: string | undefined,
  allowed: readonly Pick<WorkspaceView, 'id'>[],
  mayUploadToNone: boolean,
): string | null {
  const isAllowed = (id: string): boolean => allowed.some((workspace) => workspace.id === id);
  if (chosen === '' && mayUploadToNone) return null;
  if (chosen !== null && isAllowed(chosen)) return chosen;
  if (filtered !== undefined && isAllowed(filtered)) return filtered;
  return mayUploadToNone ? null : (allowed[0]?.id ?? null);
}
