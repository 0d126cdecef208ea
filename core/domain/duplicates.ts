import type { Check, ExtractionResult } from './result.ts';
import type { ReviewPolicy } from './review-policy.ts';

/**
 * Duplicates within an organization: documents with the same bytes, or of the same type with the same vendor, number
 * and total.
 */
export const DUPLICATE_REASONS = ['same_file', 'same_values'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** The older document, as far as the newer one may tell about it. */
export interface Duplicate<Id extends string = string> {
  readonly id: Id;
  readonly reason: DuplicateReason;
  /** Null if the older document is in another workspace, whose members are not all those of this one. */
  readonly name: string | null;
  /** `YYYY-MM-DD`, UTC: when the older document was uploaded. */
  readonly date: string;
}

export const DUPLICATE_CHECK = 'duplicate';

/** Longer keys are no duplicates: a vendor, a number and a total have a few dozen characters. */
const MAX_KEY = 300;
const VENDORS = ['vendor_name'];
/** No account numbers: every statement of an account has the same. */
const NUMBERS = ['invoice_number', 'document_number', 'order_number', 'reference_number'];
const TOTALS = ['total_amount', 'amount_due', 'gross_amount'];

/**
 * Returns what duplicates have in common: type, vendor, number and total, without differences in case, blanks,
 * punctuation and trailing zeros. Null if one of them was not found.
 */
export function duplicateKey(result: ExtractionResult): string | null {
  const [vendor, number, total] = keyFields(result);
  if (vendor === undefined || number === undefined || total === undefined) return null;
  const parts = [comparable(vendor.value), comparable(number.value), plainAmount(total.value)];
  if (parts.includes('')) return null;
  const key = [result.document_type, ...parts].join('|');
  return key.length > MAX_KEY ? null : key;
}

/** Whether the values that make a duplicate are certain enough for a rejection without a person. */
const isKeyCertain = (result: ExtractionResult): boolean =>
  keyFields(result).every((field) => field !== undefined && field.state !== 'needs_review');

function keyFields({ fields }: ExtractionResult) {
  const first = (names: readonly string[]) => names.map((name) => fields[name]).find((field) => field !== undefined);
  return [first(VENDORS), first(NUMBERS), first(TOTALS)] as const;
}

/** Text without differences that people do not see as differences: case, blanks and punctuation. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** The amount without zeros at the end of its places. */
function plainAmount(amount: string): string {
  const [whole = '', places = ''] = amount.split('.', 2);
  const digits = [...places];
  const last = digits.findLastIndex((digit) => digit !== '0');
  return last < 0 ? whole : `${whole}.${digits.slice(0, last + 1).join('')}`;
}

/** What is done about a duplicate. Values that need review never reject a document. */
export function treatmentOf(
  mode: ReviewPolicy['duplicates'],
  { reason }: Duplicate,
  result: ExtractionResult,
): ReviewPolicy['duplicates'] {
  if (mode === 'reject' && reason === 'same_values' && !isKeyCertain(result)) return 'review';
  return mode;
}

/** Human-readable reason, used in the check and as the reason of a rejection. */
export function describeDuplicate({ reason, name, date }: Duplicate): string {
  const what = reason === 'same_file' ? 'Same file as' : 'Same vendor, number and total as';
  return name === null ? `${what} another document uploaded on ${date}` : `${what} “${name}”, uploaded on ${date}`;
}

/** The result with the check that fails for a duplicate, or without it. An earlier one is replaced. */
export function withDuplicateCheck(result: ExtractionResult, duplicate: Duplicate | null): ExtractionResult {
  const others = result.checks.filter(({ rule }) => rule !== DUPLICATE_CHECK);
  if (duplicate === null) return others.length === result.checks.length ? result : { ...result, checks: others };
  const check: Check = { rule: DUPLICATE_CHECK, ok: false, detail: describeDuplicate(duplicate) };
  return { ...result, checks: [...others, check] };
}
