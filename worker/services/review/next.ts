import type { NextReview, NextReviewBody } from '#core/contract/review';
import { REVIEW_LOCK_MS } from '#core/domain/review-policy';
import { AppError } from '#core/platform/errors';
import { peekNextReviews, takeNextReview } from '#core/store/review-queue';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { documentView } from '../documents/view.ts';
import { announceDocument } from './announce.ts';
import { reviewFilterOf } from './queue.ts';

/** Hands out the next document with its lock, and names those behind it. @throws AppError `forbidden` */
export async function nextReview(context: SignedInContext, body: NextReviewBody): Promise<NextReview> {
  requireSomewhere(context, 'documents.update');
  const { caller } = context;
  if (caller.kind !== 'user') throw new AppError('forbidden', 'Only a person can review the documents of the queue.');
  const db = tenantOf(context);
  const filter = reviewFilterOf(context, body);
  const next = { ...filter, order: body.order, mine: body.mine, skip: body.skip };
  const lock = { userId: caller.userId, now: filter.now, until: filter.now + REVIEW_LOCK_MS };
  const event = auditOf(context, 'document.locked', { kind: 'document', id: '' });
  const taken = await takeNextReview(db, caller.organizationId, next, lock, event);
  if (taken) announceDocument(context, documentView(taken));
  const others = { ...next, skip: taken ? [...body.skip, taken.id] : body.skip };
  const { rows, count } = await peekNextReviews(db, caller.organizationId, others, body.prefetch);
  return {
    document: taken && documentView(taken),
    upcoming: rows.map(documentView),
    remaining: count + (taken ? 1 : 0),
  };
}
