import { activeRules } from '#core/contract/rules';
import { type Duplicate, duplicateKey, withDuplicateCheck } from '#core/domain/duplicates';
import type { DocumentId } from '#core/domain/id';
import type { ExtractionResult } from '#core/domain/result';
import { withRules } from '#core/domain/rules/broken-rules';
import type { DocumentRow } from '#core/store/documents';
import { findDuplicate } from '#core/store/duplicates';
import { readReviewPolicy } from '#core/store/review-policies';
import { listRules } from '#core/store/rules';
import { type SignedInContext, tenantOf } from '../context.ts';

export interface JudgedVersion {
  readonly result: ExtractionResult;
  readonly duplicate: Duplicate<DocumentId> | null;
}

/**
 * Evaluates the organization's rules on a corrected result and looks for the document that it duplicates now. A
 * person is at work on the document, so a duplicate is shown but never rejected.
 */
export async function judgeVersion(
  context: SignedInContext,
  document: DocumentRow,
  result: ExtractionResult,
): Promise<JudgedVersion> {
  const db = tenantOf(context);
  const { organizationId } = context.caller;
  const [rules, policy, duplicate] = await Promise.all([
    listRules(db, organizationId),
    readReviewPolicy(db, organizationId),
    findDuplicate(db, organizationId, document, duplicateKey(result)),
  ]);
  const checked = withDuplicateCheck(
    result,
    policy.duplicates === 'review' || policy.duplicates === 'reject' ? duplicate : null,
  );
  return { result: withRules(activeRules(rules), checked), duplicate };
}
