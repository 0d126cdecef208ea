import type { ReachedPlaces } from '../domain/reach.ts';

/** Who holds a live socket and which documents' hints they get. It is fixed when the socket opens. */
export interface Watcher {
  readonly userId: string;
  readonly places: ReachedPlaces;
}

/** The header that carries it from the API Worker, the object's only caller, on the handshake. */
export const WATCHER_HEADER = 'x-neocaptured-watcher';
/** What a socket can keep is bounded (16 KiB); of what lies beyond no hints come, and re-reading shows it all the same. */
const MAX_WATCHED = 100;

export function writeWatcher({ userId, places }: Watcher): string {
  const { everywhere, unassigned, workspaceIds, documentIds } = places;
  const bounded = (ids: readonly string[]) => ids.slice(0, MAX_WATCHED);
  return JSON.stringify({
    userId,
    places: { everywhere, unassigned, workspaceIds: bounded(workspaceIds), documentIds: bounded(documentIds) },
  } satisfies Watcher);
}

/** May this watcher hear of the document? An unknown workspace (undefined) is told only to who reaches everything. */
export function hearsOf({ places }: Watcher, documentId: string, workspaceId: string | null | undefined): boolean {
  if (places.everywhere || places.documentIds.includes(documentId)) return true;
  if (workspaceId === undefined) return false;
  return workspaceId === null ? places.unassigned : places.workspaceIds.includes(workspaceId);
}
