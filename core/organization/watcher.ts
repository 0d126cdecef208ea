import type { OrganizationId, SessionId, UserId } from '../domain/id.ts';
import type { ReachedPlaces } from '../domain/reach.ts';

/** By what a live socket was opened. It ends with its credential. */
export type WatcherCredential =
  | { readonly kind: 'session'; readonly id: SessionId }
  /** `ip`: where it was opened from, for keys that are bound to networks. */
  | { readonly kind: 'api_key'; readonly id: string; readonly ip: string | null };

/** Who holds a live socket and which documents' hints they get. It is fixed when the socket opens. */
export interface Watcher {
  readonly userId: UserId;
  readonly organizationId: OrganizationId;
  readonly credential: WatcherCredential;
  readonly places: ReachedPlaces;
}

/** The header that carries it from the API Worker, the object's only caller, on the handshake. */
export const WATCHER_HEADER = 'x-neocaptured-watcher';
/** What a socket can keep is bounded (16 KiB); of what lies beyond no hints come, and re-reading shows it all the same. */
const MAX_WATCHED = 100;

export const writeWatcher = (watcher: Watcher): string =>
  JSON.stringify({ ...watcher, places: boundPlaces(watcher.places) } satisfies Watcher);

/** At most `MAX_WATCHED` of each kind, sorted, so that the same reach always has the same form. */
export function boundPlaces({ everywhere, unassigned, workspaceIds, documentIds }: ReachedPlaces): ReachedPlaces {
  const bounded = (ids: readonly string[]) => ids.toSorted().slice(0, MAX_WATCHED);
  return { everywhere, unassigned, workspaceIds: bounded(workspaceIds), documentIds: bounded(documentIds) };
}

/** May this watcher hear of the document? An unknown workspace (undefined) is told only to who reaches everything. */
export function hearsOf({ places }: Watcher, documentId: string, workspaceId: string | null | undefined): boolean {
  if (places.everywhere || places.documentIds.includes(documentId)) return true;
  if (workspaceId === undefined) return false;
  return workspaceId === null ? places.unassigned : places.workspaceIds.includes(workspaceId);
}
