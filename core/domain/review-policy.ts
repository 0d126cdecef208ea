/** How an organization reviews documents. */
export interface ReviewPolicy {
  /** Minutes during which corrections, approvals and rejections can be undone. */
  readonly undo_minutes: number;
  /**
   * Approvals that need a second person: `never`, `always`, or `from_amount` for totals of at least `two_person_amount`
   * (in the document's own currency) and for documents without a total.
   */
  readonly two_person: 'never' | 'always' | 'from_amount';
  /** Decimal; only read with `from_amount`. */
  readonly two_person_amount: string;
  /** Days after which a deleted document can no longer be restored. */
  readonly grace_days: number;
  /**
   * What happens to a document that the organization already has: `flag` shows it, `review` makes it a stop,
   * `reject` rejects the new one,
   * `new_version` links it as a newer version.
   */
  readonly duplicates: 'flag' | 'review' | 'reject' | 'new_version';
}

export const TWO_PERSON_MODES = ['never', 'always', 'from_amount'] as const;
export const DUPLICATE_MODES = ['flag', 'review', 'reject', 'new_version'] as const;

export const DEFAULT_REVIEW_POLICY: ReviewPolicy = {
  undo_minutes: 10,
  two_person: 'never',
  two_person_amount: '0',
  grace_days: 30,
  duplicates: 'flag',
};

export const REVIEW_POLICY_BOUNDS = { undo_minutes: { min: 0, max: 1_440 }, grace_days: { min: 1, max: 365 } } as const;

/** Lifetime of a review lock without a heartbeat, in milliseconds; clients renew it at a third of that. */
export const REVIEW_LOCK_MS = 90_000;

/** Whether an approval needs a second person. `total` is a decimal, null where none was found. */
export function needsSecondPerson(policy: ReviewPolicy, total: string | null): boolean {
  if (policy.two_person !== 'from_amount') return policy.two_person === 'always';
  return total === null || !(Math.abs(Number(total)) < Number(policy.two_person_amount));
}
