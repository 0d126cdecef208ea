import type { SignedInContext } from '../context.ts';
import type { Transition } from './transition.ts';

/** Deletes documents: from now on they are not found, and can be restored until the grace period is over. */
export function deletion({ dependencies }: SignedInContext): Transition {
  return {
    permission: 'documents.delete',
    from: ['received', 'queued', 'processing', 'completed', 'needs_review', 'failed', 'approved', 'rejected'],
    respectsLock: true,
    cancelsRuns: true,
    plan: ({ status }) => ({
      action: 'document.deleted',
      set: {
        deletedAt: dependencies.now(),
        lockedBy: null,
        lockedUntil: null,
        ...(['received', 'queued', 'processing'].includes(status) && {
          status: 'failed' as const,
          errorCode: 'cancelled',
          errorMessage: 'Processing was cancelled.',
        }),
      },
    }),
  };
}
