import type { DocumentView } from '#core/contract/documents';
import type { SignedInContext } from '../context.ts';

/** Tells open screens that a document changed, after the response. A lost hint costs nothing: screens read again. */
export function announceDocument(
  { dependencies, caller }: SignedInContext,
  { id, status, workspace_id }: Pick<DocumentView, 'id' | 'status' | 'workspace_id'>,
): void {
  const message = { v: 1, type: 'document.updated', document_id: id, status } as const;
  const sent = dependencies
    .organization(caller.organizationId)
    .publish(message, workspace_id)
    .catch((error: unknown) => dependencies.log.error('live hint not sent', error, { document_id: id }));
  dependencies.defer(sent);
}
