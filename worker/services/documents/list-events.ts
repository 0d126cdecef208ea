import type { DocumentEvents } from '#core/contract/documents';
import { AppError } from '#core/platform/errors';
import { decodeCursor, encodeCursor } from '#core/store/cursor';
import { listEventsOfTarget } from '#core/store/document-events';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { requireDocument } from './find.ts';

/** What happened to one document, newest first. @throws AppError `not_found`, `bad_request` */
export async function listDocumentEvents(
  context: SignedInContext,
  documentId: string,
  query: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<DocumentEvents> {
  requireSomewhere(context, 'documents.read');
  const { organizationId } = context.caller;
  const db = tenantOf(context);
  await requireDocument(context, documentId, 'documents.read');
  const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor);
  if (after === null) throw new AppError('bad_request', 'The cursor is not one that this list gave out.');
  const rows = await listEventsOfTarget(
    db,
    organizationId,
    { kind: 'document', id: documentId },
    query.limit + 1,
    after,
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    data: page.map((row) => ({
      id: row.id,
      action: row.action,
      actor: { kind: row.actorKind, id: row.actorId },
      outcome: row.outcome,
      request_id: row.requestId,
      occurred_at: new Date(row.occurredAt).toISOString(),
    })),
    next_cursor: rows.length > query.limit && last ? encodeCursor({ at: last.occurredAt, id: last.id }) : null,
  };
}
