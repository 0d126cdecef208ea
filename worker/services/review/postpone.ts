import { AppError } from '#core/platform/errors';
import type { SignedInContext } from '../context.ts';
import type { Transition } from './transition.ts';

/** The furthest a document is postponed, in milliseconds: a year. */
const MAX_POSTPONE_MS = 366 * 86_400_000;

/** Keeps documents out of the review queue until a time; null: no longer. @throws AppError `validation_failed` */
export function postponement({ dependencies }: SignedInContext, until: string | null): Transition {
  const postponedUntil = until === null ? null : Date.parse(until);
  const now = dependencies.now();
  if (postponedUntil !== null && (postponedUntil <= now || postponedUntil > now + MAX_POSTPONE_MS))
    throw new AppError('validation_failed', 'The time is not in the next twelve months.', {
      errors: [{ path: 'json.until', message: 'lies in the past or more than a year ahead' }],
    });
  return {
    permission: 'documents.update',
    from: ['completed', 'needs_review', 'failed'],
    respectsLock: true,
    plan: () => ({
      action: 'document.postponed',
      set: { postponedUntil, lockedBy: null, lockedUntil: null },
      details: { until },
    }),
  };
}
