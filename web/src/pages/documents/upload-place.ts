import type { WorkspaceView } from '#core/contract/workspaces';

/**
 * Where files go: as chosen, else into the workspace that is looked at, else into none. A place that takes none from this
 * person is no place; who may upload into workspaces only, uploads into the first.
 *
 * @param chosen id, `''` for no workspace, null while nothing was chosen
 * @returns the workspace's id; null for no workspace
 */
export function uploadPlace(
  chosen: string | null,
  lookedAt: string | undefined,
  places: readonly Pick<WorkspaceView, 'id'>[],
  mayUseNone: boolean,
): string | null {
  const takes = (id: string): boolean => places.some((place) => place.id === id);
  if (chosen === '' && mayUseNone) return null;
  if (chosen !== null && takes(chosen)) return chosen;
  if (lookedAt !== undefined && takes(lookedAt)) return lookedAt;
  return mayUseNone ? null : (places[0]?.id ?? null);
}
