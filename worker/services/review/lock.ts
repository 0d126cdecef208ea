import type { DocumentView } from '#core/contract/documents';
import { isTerminal } from '#core/domain/document-status';
import { REVIEW_LOCK_MS } from '#core/domain/review-policy';
import { AppError } from '#core/platform/errors';
import { releaseReviewLock, takeReviewLock } from '#core/store/review-locks';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { requireDocument } from '../documents/find.ts';
import { documentView } from '../documents/view.ts';
import { announceDocument } from './announce.ts';
import { isLockedByAnother } from './lock-holder.ts';
import { wrongState } from './transition.ts';

/**
 * Reserves a document for the caller's review, or extends their reservation. It expires without a heartbeat.
 * `takeOver` replaces a live lock of another person. @throws AppError `not_found`, `forbidden`, `locked`, `invalid_state`
 */
export async function lockDocument(context: SignedInContext, id: string, takeOver: boolean): Promise<DocumentView> {
  requireSomewhere(context, 'documents.update');
  const { caller, dependencies } = context;
  if (caller.kind !== 'user') throw new AppError('forbidden', 'Only a person can lock a document for review.');
  const document = await requireDocument(context, id, takeOver ? 'documents.assign' : 'documents.update');
  if (!isTerminal(document.status)) throw wrongState(document.status, ['completed', 'needs_review']);
  const now = dependencies.now();
  const until = now + REVIEW_LOCK_MS;
  const event = auditOf(context, 'document.locked', { kind: 'document', id: document.id });
  const lock = { userId: caller.userId, now, until, takeOver };
  if (!(await takeReviewLock(tenantOf(context), caller.organizationId, document.id, lock, event)))
    throw new AppError('locked', 'Another person has this document open for review.');
  const view = documentView({ ...document, lockedBy: caller.userId, lockedUntil: until });
  const isExtended = document.lockedBy === caller.userId && (document.lockedUntil ?? 0) > now;
  if (!isExtended) announceDocument(context, view);
  return view;
}

/** Gives up the caller's lock. Without one it changes nothing. @throws AppError `not_found`, `forbidden`, `locked` */
export async function unlockDocument(context: SignedInContext, id: string): Promise<DocumentView> {
  requireSomewhere(context, 'documents.update');
  const { caller } = context;
  const document = await requireDocument(context, id, 'documents.update');
  if (isLockedByAnother(context, document))
    throw new AppError('locked', 'Another person has this document open for review.');
  const event = auditOf(context, 'document.unlocked', { kind: 'document', id: document.id });
  const view = documentView({ ...document, lockedBy: null, lockedUntil: null });
  if (await releaseReviewLock(tenantOf(context), caller.organizationId, document.id, caller.userId, event))
    announceDocument(context, view);
  return view;
}
