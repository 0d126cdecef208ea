import type { DocumentView } from '#core/contract/documents';
import { isTerminal } from '#core/domain/document-status';
import { AppError } from '#core/platform/errors';
import { moveDocument } from '#core/store/move-document';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { withAnswer } from '../repeat-safely.ts';
import { requireDocument } from './find.ts';
import { requirePlace } from './require-place.ts';
import { documentView } from './view.ts';

/**
 * Moves a document into another workspace or into none. Requires the permission to change documents at the source and
 * to upload at the target. Not possible during processing, because hints go to users with access to the source.
 * @throws AppError `not_found`, `forbidden`, `validation_failed` for an inaccessible workspace, `not_ready`, `conflict`
 */
export async function moveVisibleDocument(
  context: SignedInContext,
  id: string,
  to: string | null,
): Promise<DocumentView> {
  requireSomewhere(context, 'documents.update');
  const document = await requireDocument(context, id, 'documents.update');
  const workspaceId = await requirePlace(context, to, 'json.workspace_id');
  if (!isTerminal(document.status))
    throw new AppError('not_ready', 'The document is still being processed.', { retryAfterSeconds: 1 });
  if (document.workspaceId === workspaceId) return documentView(document);
  const event = auditOf(
    context,
    'document.moved',
    { kind: 'document', id: document.id },
    { workspace_id: document.workspaceId },
    { workspace_id: workspaceId },
  );
  const { organizationId } = context.caller;
  const view = documentView({ ...document, workspaceId, updatedAt: event.occurredAt });
  const answered = await withAnswer(context, event, view);
  if (!(await moveDocument(tenantOf(context), organizationId, document, workspaceId, answered)))
    throw new AppError('conflict', 'The document was changed in the meantime. Reload and try again.');
  return view;
}
