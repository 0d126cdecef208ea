import { DOCUMENT_STATUSES } from '#core/domain/document-status';
import type { ReviewPolicy } from '#core/domain/review-policy';
import { AppError } from '#core/platform/errors';
import type { SignedInContext } from '../context.ts';
import type { Transition } from './transition.ts';

const DAY_MS = 86_400_000;

/** Brings deleted documents back, as they were. Once the grace period is over they are about to be purged. */
export function restoration({ dependencies }: SignedInContext, policy: ReviewPolicy): Transition {
  return {
    permission: 'documents.delete',
    from: DOCUMENT_STATUSES,
    deleted: true,
    plan: ({ deletedAt }) => {
      if ((deletedAt ?? 0) <= dependencies.now() - policy.grace_days * DAY_MS)
        throw new AppError('not_found', 'The time in which the document could be restored is over.');
      return { action: 'document.restored', set: { deletedAt: null } };
    },
  };
}
