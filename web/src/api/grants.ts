import type { CreateGrantBody, DocumentPermissionsList, GrantView } from '#core/contract/grants';
import type { GrantObject } from '#core/domain/grants';
import { type Page, pageQuery } from './page.ts';
import { send, sendJson } from './request.ts';

/** An object with grants. */
export interface ObjectReference {
  readonly kind: GrantObject;
  readonly id: string;
}

export function listGrantsOn(
  { kind, id }: ObjectReference,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<GrantView>> {
  return sendJson(`/grants${pageQuery(cursor, 50, { object_kind: kind, object_id: id })}`, { signal });
}

export function createGrant(body: CreateGrantBody): Promise<GrantView> {
  return sendJson('/grants', { method: 'POST', body });
}

export async function revokeGrant(id: string): Promise<void> {
  await send(`/grants/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

/** Lists the effective permissions of each member on a document. */
export function listDocumentPermissions(
  id: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<DocumentPermissionsList> {
  return sendJson(`/documents/${encodeURIComponent(id)}/permissions${pageQuery(cursor, 50)}`, { signal });
}
