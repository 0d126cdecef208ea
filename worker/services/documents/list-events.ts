import type { DocumentEvents } from '#core/contract/documents';
import type { PageQuery } from '#core/contract/list';
import { listEventsOfTarget } from '#core/store/document-events';
import { positionOf } from '../audit/list.ts';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { pageOf, pageRequest } from '../list-page.ts';
import { requireDocument } from './find.ts';

/** Returns the audit events of a document, newest first. @throws AppError `not_found`, `bad_request` */
export async function listDocumentEvents(
  context: SignedInContext,
  documentId: string,
  query: PageQuery,
): Promise<DocumentEvents> {
  requireSomewhere(context, 'documents.read');
  const { organizationId } = context.caller;
  const db = tenantOf(context);
  await requireDocument(context, documentId, 'documents.read');
  const target = { kind: 'document', id: documentId };
  const rows = await listEventsOfTarget(db, organizationId, target, pageRequest(query));
  return pageOf(rows, query.limit, positionOf, (row) => ({
    id: row.id,
    action: row.action,
    actor: { kind: row.actorKind, id: row.actorId },
    outcome: row.outcome,
    request_id: row.requestId,
    occurred_at: new Date(row.occurredAt).toISOString(),
  }));
}
