import type { ReviewQueue, ReviewQueueQuery } from '#core/contract/review';
import { placesWith } from '#core/domain/reach';
import { countReviewQueue, listReviewQueue, type ReviewFilter } from '#core/store/review-queue';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { documentView } from '../documents/view.ts';
import { byCreation, pageOf, pageRequest } from '../list-page.ts';

/** The review queue: how much waits where, and one page of it. @throws AppError `bad_request` for an invalid cursor */
export async function showReviewQueue(context: SignedInContext, query: ReviewQueueQuery): Promise<ReviewQueue> {
  requireSomewhere(context, 'documents.update');
  const filter = reviewFilterOf(context, query);
  const { organizationId } = context.caller;
  const db = tenantOf(context);
  const [counts, rows] = await Promise.all([
    countReviewQueue(db, organizationId, filter),
    listReviewQueue(db, organizationId, { ...filter, shelf: query.show, order: query.order }, pageRequest(query)),
  ]);
  return { counts, ...pageOf(rows, query.limit, byCreation, documentView) };
}

/** Documents that the caller may review and that match. */
export function reviewFilterOf(
  { caller, dependencies }: SignedInContext,
  query: Pick<ReviewQueueQuery, 'document_type' | 'workspace_id'> & { readonly q?: string | undefined },
): ReviewFilter {
  const now = dependencies.now();
  return {
    userId: caller.userId,
    now,
    places: placesWith(caller, 'documents.update', now),
    text: query.q,
    documentType: query.document_type,
    workspaceId: query.workspace_id,
  };
}
