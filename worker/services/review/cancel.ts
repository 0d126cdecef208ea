import type { SignedInContext } from '../context.ts';
import type { Transition } from './transition.ts';

/** Ends the processing of documents. The original is kept; they can be processed again. */
export function cancellation({ dependencies }: SignedInContext): Transition {
  return {
    permission: 'documents.reprocess',
    from: ['received', 'queued', 'processing'],
    cancelsRuns: true,
    plan: () => ({
      action: 'document.cancelled',
      set: {
        status: 'failed',
        errorCode: 'cancelled',
        errorMessage: 'Processing was cancelled.',
        completedAt: dependencies.now(),
      },
    }),
  };
}
