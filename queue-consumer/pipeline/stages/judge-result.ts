import { activeRules } from '#core/contract/rules';
import {
  type Duplicate,
  describeDuplicate,
  duplicateKey,
  treatmentOf,
  withDuplicateCheck,
} from '#core/domain/duplicates';
import type { DocumentId } from '#core/domain/id';
import { withRules } from '#core/domain/rules/broken-rules';
import type { JobMessage } from '#core/jobs/message';
import type { DocumentRow } from '#core/store/documents';
import { findDuplicate } from '#core/store/duplicates';
import { readReviewPolicy } from '#core/store/review-policies';
import { listRules } from '#core/store/rules';
import type { Dependencies } from '../../dependencies.ts';
import type { Extracted } from './extract-fields.ts';

export interface Judged extends Extracted {
  readonly duplicate: Duplicate<DocumentId> | null;
  /** Why the organization's policy rejects the document; null if it does not. */
  readonly rejection: string | null;
}

/** Evaluates the organization's rules and looks for the document that this one duplicates. */
export async function judgeResult(
  { tenant }: Dependencies,
  { organizationId, shard }: JobMessage,
  document: DocumentRow,
  extracted: Extracted,
): Promise<Judged> {
  const db = tenant(shard);
  const { result } = extracted;
  const [rules, policy, duplicate] = await Promise.all([
    listRules(db, organizationId),
    readReviewPolicy(db, organizationId),
    findDuplicate(db, organizationId, document, duplicateKey(result)),
  ]);
  const treatment = duplicate && treatmentOf(policy.duplicates, duplicate, result);
  const checked = withDuplicateCheck(result, treatment === 'review' || treatment === 'reject' ? duplicate : null);
  return {
    ...extracted,
    result: withRules(activeRules(rules), checked),
    duplicate,
    rejection: duplicate && treatment === 'reject' ? describeDuplicate(duplicate) : null,
  };
}
