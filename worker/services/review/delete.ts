import { DOCUMENT_STATUSES, isTerminal } from '#core/domain/document-status';
import type { SignedInContext } from '../context.ts';
import type { Transition } from './transition.ts';

/** Deletes documents: from now on they are not found, and can be restored until the grace period is over. */
export function deletion({ dependencies }: SignedInContext): Transition {
  return {
    permission: 'documents.delete',
    from: DOCUMENT_STATUSES,
    respectsLock: true,
    cancelsRuns: true,
    plan: ({ status }) => ({
      action: 'document.deleted',
      set: {
        deletedAt: dependencies.now(),
        lockedBy: null,
        lockedUntil: null,
        ...(!isTerminal(status) && {
          status: 'failed' as const,
          errorCode: 'cancelled',
          errorMessage: 'Processing was cancelled.',
        }),
      },
    }),
  };
}
