import type { OrganizationId, SessionId, UserId } from '../domain/id.ts';
import type { ReachedPlaces } from '../domain/reach.ts';

/** The credential that opened a live socket. The socket ends with it. */
export type WatcherCredential =
  | { readonly kind: 'session'; readonly id: SessionId }
  /** `ip`: the address that opened it, for keys restricted to networks. */
  | { readonly kind: 'api_key'; readonly id: string; readonly ip: string | null };

/** The holder of a live socket and the documents whose hints it receives. Fixed when the socket opens. */
export interface Watcher {
  readonly userId: UserId;
  readonly organizationId: OrganizationId;
  readonly credential: WatcherCredential;
  readonly places: ReachedPlaces;
}

/** Carries the watcher on the handshake from the API Worker, the only caller. */
export const WATCHER_HEADER = 'x-neocaptured-watcher';
/**
 * Socket attachments are limited to 16 KiB. Objects beyond this number send no hints; reloading shows their state
 * anyway.
 */
const MAX_WATCHED = 100;

export const writeWatcher = (watcher: Watcher): string =>
  JSON.stringify({ ...watcher, places: boundPlaces(watcher.places) } satisfies Watcher);

/** Limits each kind to `MAX_WATCHED` and sorts it, so that equal access has an equal representation. */
export function boundPlaces({ everywhere, unassigned, workspaceIds, documentIds }: ReachedPlaces): ReachedPlaces {
  const bounded = (ids: readonly string[]) => ids.toSorted().slice(0, MAX_WATCHED);
  return { everywhere, unassigned, workspaceIds: bounded(workspaceIds), documentIds: bounded(documentIds) };
}

/**
 * Returns whether the watcher receives hints of the document. If the workspace is unknown (undefined), only watchers
 * with access to everything do.
 */
export function hearsOf({ places }: Watcher, documentId: string, workspaceId: string | null | undefined): boolean {
  if (places.everywhere || places.documentIds.includes(documentId)) return true;
  if (workspaceId === undefined) return false;
  return workspaceId === null ? places.unassigned : places.workspaceIds.includes(workspaceId);
}
