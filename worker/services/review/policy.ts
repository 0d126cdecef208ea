import type { ReviewPolicy } from '#core/domain/review-policy';
import { readReviewPolicy, writeReviewPolicy } from '#core/store/review-policies';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';

export const policyOf = (context: SignedInContext): Promise<ReviewPolicy> =>
  readReviewPolicy(tenantOf(context), context.caller.organizationId);

/** How the organization reviews documents. */
export async function showReviewPolicy(context: SignedInContext): Promise<ReviewPolicy> {
  requirePermission(context, 'organization.read');
  return policyOf(context);
}

export async function changeReviewPolicy(context: SignedInContext, to: ReviewPolicy): Promise<ReviewPolicy> {
  requirePermission(context, 'rules.manage');
  const before = await policyOf(context);
  const { organizationId, userId } = context.caller;
  const target = { kind: 'organization', id: organizationId };
  const event = auditOf(context, 'organization.review_policy_changed', target, { ...before }, { ...to });
  if (event.changes) await writeReviewPolicy(tenantOf(context), organizationId, to, userId, event);
  return to;
}
