import type { DocumentView } from '#core/contract/documents';
import { needsSecondPerson, type ReviewPolicy } from '#core/domain/review-policy';
import { AppError } from '#core/platform/errors';
import type { SignedInContext } from '../context.ts';
import { policyOf } from './policy.ts';
import { decide, type Transition } from './transition.ts';

/**
 * Approves a document: its result is final. Where the policy asks for two people, the first approval is only recorded.
 * @throws AppError `not_found`, `forbidden`, `invalid_state`, `locked`, `version_conflict`, `second_person_required`
 */
export async function approveDocument(context: SignedInContext, id: string, version?: number): Promise<DocumentView> {
  return decide(context, id, { ...approval(context, await policyOf(context)), version });
}

export function approval(context: SignedInContext, policy: ReviewPolicy): Transition {
  const { caller, dependencies } = context;
  return {
    permission: 'documents.approve',
    from: ['completed', 'needs_review'],
    respectsLock: true,
    plan: (row) => {
      const needsAnother = needsSecondPerson(policy, row.totalAmount);
      // The person counts, not the credential: a key approves in the name of whoever made it.
      if (needsAnother && row.firstApprovedBy === caller.userId)
        throw new AppError(
          'second_person_required',
          'You gave the first approval. The second has to come from another person.',
        );
      if (needsAnother && row.firstApprovedBy === null)
        return {
          action: 'document.first_approved',
          set: {
            firstApprovedBy: caller.userId,
            firstApprovedAt: dependencies.now(),
            lockedBy: null,
            lockedUntil: null,
          },
        };
      return {
        action: 'document.approved',
        set: {
          status: 'approved',
          reviewedBy: caller.id,
          reviewedAt: dependencies.now(),
          reviewedFrom: row.status,
          rejectionReason: null,
          postponedUntil: null,
          lockedBy: null,
          lockedUntil: null,
        },
        ...(row.firstApprovedBy !== null && { details: { first_approved_by: row.firstApprovedBy } }),
      };
    },
  };
}
