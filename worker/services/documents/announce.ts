import type { DocumentRow } from '#core/store/documents';
import type { SignedInContext } from '../context.ts';

/** Tells every open screen that a document changed, after the answer. A hint that is lost costs nothing: clients re-read. */
export function announceDocument(
  { dependencies, caller }: SignedInContext,
  { id, status, workspaceId }: Pick<DocumentRow, 'id' | 'status' | 'workspaceId'>,
): void {
  const message = { v: 1, type: 'document.updated', document_id: id, status } as const;
  dependencies.defer(dependencies.organization(caller.organizationId).publish(message, workspaceId));
}
