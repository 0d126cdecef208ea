import { eq } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { reviewPolicies } from '../db/schema/review.ts';
import type { OrganizationId, UserId } from '../domain/id.ts';
import { DEFAULT_REVIEW_POLICY, type ReviewPolicy } from '../domain/review-policy.ts';
import { type AuditEvent, insertAuditEvent } from './audit.ts';

/** How the organization reviews; the defaults where it has not chosen. */
export async function readReviewPolicy(db: TenantDatabase, organizationId: OrganizationId): Promise<ReviewPolicy> {
  const [row] = await db
    .select({ policy: reviewPolicies.policy })
    .from(reviewPolicies)
    .where(eq(reviewPolicies.organizationId, organizationId))
    .limit(1);
  const chosen: Partial<ReviewPolicy> = row ? JSON.parse(row.policy) : {};
  return { ...DEFAULT_REVIEW_POLICY, ...chosen };
}

export async function writeReviewPolicy(
  db: TenantDatabase,
  organizationId: OrganizationId,
  policy: ReviewPolicy,
  updatedBy: UserId,
  event: AuditEvent,
): Promise<void> {
  const values = { policy: JSON.stringify(policy), updatedBy, updatedAt: event.occurredAt };
  await db.batch([
    db
      .insert(reviewPolicies)
      .values({ organizationId, ...values })
      .onConflictDoUpdate({ target: reviewPolicies.organizationId, set: values }),
    insertAuditEvent(db, organizationId, event),
  ]);
}
