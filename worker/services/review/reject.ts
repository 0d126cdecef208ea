import type { SignedInContext } from '../context.ts';
import type { Transition } from './transition.ts';

/** Rejects a document: it will not be used. */
export function rejection({ caller, dependencies }: SignedInContext, reason: string): Transition {
  return {
    permission: 'documents.approve',
    from: ['completed', 'needs_review'],
    respectsLock: true,
    plan: (row) => ({
      action: 'document.rejected',
      set: {
        status: 'rejected',
        reviewedBy: caller.id,
        reviewedAt: dependencies.now(),
        reviewedFrom: row.status,
        rejectionReason: reason,
        firstApprovedBy: null,
        firstApprovedAt: null,
        postponedUntil: null,
        lockedBy: null,
        lockedUntil: null,
      },
      details: { reason },
    }),
  };
}
