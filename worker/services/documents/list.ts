import type { DocumentList, DocumentListQuery } from '#core/contract/documents';
import { placesWith } from '#core/domain/reach';
import { listDocuments } from '#core/store/documents';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { byCreation, pageOf, pageRequest } from '../list-page.ts';
import { documentView } from './view.ts';

/** Returns one page of the organization's documents. @throws AppError `bad_request` for an invalid cursor */
export async function listVisibleDocuments(context: SignedInContext, query: DocumentListQuery): Promise<DocumentList> {
  requireSomewhere(context, 'documents.read');
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
    { ...pageRequest(query), newestFirst: query.sort === '-created_at' },
  );
  return pageOf(rows, query.limit, byCreation, documentView);
}

const DAY_MS = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Returns the exclusive end of a time filter. A date without a time includes the whole day (UTC). */
function endOf(to: string): number {
  return DATE.test(to) ? Date.parse(to) + DAY_MS : Date.parse(to);
}
