import type { DocumentList, DocumentListQuery } from '#core/contract/documents';
import { placesWith } from '#core/domain/reach';
import { AppError } from '#core/platform/errors';
import { decodeCursor, encodeCursor } from '#core/store/cursor';
import { listDocuments } from '#core/store/documents';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { documentView } from './view.ts';

/** One page of the organization's documents. @throws AppError `bad_request` for a cursor that is not ours */
export async function listVisibleDocuments(context: SignedInContext, query: DocumentListQuery): Promise<DocumentList> {
  requireSomewhere(context, 'documents.read');
  const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor);
  if (after === null) throw new AppError('bad_request', 'The cursor is not one that this list gave out.');
  const rows = await listDocuments(
    tenantOf(context),
    context.caller.organizationId,
    {
      text: query.q,
      status: query.status,
      documentType: query.document_type,
      places: placesWith(context.caller, 'documents.read', context.dependencies.now()),
      workspaceId: query.workspace_id,
      from: query.from === undefined ? undefined : Date.parse(query.from),
      to: query.to === undefined ? undefined : endOf(query.to),
    },
    { limit: query.limit + 1, newestFirst: query.sort === '-created_at', after },
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const more = rows.length > query.limit && last !== undefined;
  return { data: page.map(documentView), next_cursor: more ? encodeCursor({ at: last.createdAt, id: last.id }) : null };
}

const DAY_MS = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Up to a moment, or up to the end of a whole day (UTC). */
function endOf(to: string): number {
  return DATE.test(to) ? Date.parse(to) + DAY_MS : Date.parse(to);
}
