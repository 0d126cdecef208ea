import type { DocumentCounts, DocumentCountsQuery } from '#core/contract/documents';
import type { DocumentStatus } from '#core/domain/document-status';
import { countDocuments } from '#core/store/document-list';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { filterFor } from './list-filter.ts';

/** Where counting a status ends: some milliseconds of the database. */
const COUNT_LIMIT = 10_000;

/** How many documents of each status fit the filter. @throws AppError `forbidden` */
export async function countVisibleDocuments(
  context: SignedInContext,
  query: DocumentCountsQuery,
): Promise<DocumentCounts> {
  requireSomewhere(context, 'documents.read');
  const filter = filterFor(context, query);
  const counts = await countDocuments(tenantOf(context), context.caller.organizationId, filter, COUNT_LIMIT);
  const of = (status: DocumentStatus) => counts.get(status) ?? 0;
  return {
    counts: {
      received: of('received'),
      queued: of('queued'),
      processing: of('processing'),
      completed: of('completed'),
      needs_review: of('needs_review'),
      failed: of('failed'),
      approved: of('approved'),
      rejected: of('rejected'),
    },
    limit: COUNT_LIMIT,
  };
}
