import { duplicateKey } from './duplicates.ts';
import { lacksRequired } from './expected-fields.ts';
import type { Check, ExtractionResult, FieldState } from './result.ts';
import { bounded, VALUE_LIMITS } from './value-limits.ts';

/** Summary of a result in the document's row, so that lists do not have to read the result. */
export interface ResultSummary {
  readonly vendorName: string | null;
  readonly vendorState: FieldState | null;
  readonly documentNumber: string | null;
  readonly documentDate: string | null;
  readonly totalAmount: string | null;
  /** `totalAmount` as a number, for comparing; null where it is none. */
  readonly totalValue: number | null;
  readonly currency: string | null;
  readonly fieldsProved: number;
  readonly fieldsSupported: number;
  readonly fieldsToReview: number;
  readonly fieldsConfirmed: number;
  /** Number of things left to review; see `stopsOf`. */
  readonly stops: number;
  /** Equal for documents that are probably the same; see `duplicates.ts`. */
  readonly duplicateKey: string | null;
}

/**
 * Returns `needs_review` if a value needs review, a check failed, a required field is missing, or nothing was read at
 * all; otherwise `completed`.
 */
export function statusOf(result: ExtractionResult): 'completed' | 'needs_review' {
  const values = allValues(result);
  if (values.length === 0) return 'needs_review';
  const doubtful =
    values.some((value) => value.state === 'needs_review') || checksOf(result).some((check) => !check.ok);
  const incomplete = (result.documents ?? [result]).some(({ document_type, missing }) =>
    lacksRequired(document_type, missing),
  );
  return doubtful || incomplete ? 'needs_review' : 'completed';
}

/**
 * Returns the list summary of a result, truncated to the limits of a row; the result has the full values. Number and
 * date are the first of those that the document type uses.
 */
export function summaryOf(result: ExtractionResult): ResultSummary {
  const firstField = (...names: string[]) =>
    names.map((name) => result.fields[name]).find((field) => field?.value !== undefined);
  const first = (limit: number, ...names: string[]): string | null => {
    const found = firstField(...names)?.value;
    return found === undefined ? null : bounded(found, limit);
  };
  const vendor = firstField('vendor_name', 'bank_name', 'employer_name', 'payer_name');
  const totalAmount = first(VALUE_LIMITS.totalAmount, 'total_amount', 'amount_due', 'gross_amount', 'closing_balance');
  const count = (state: FieldState) => allValues(result).filter((value) => value.state === state).length;
  return {
    vendorName: vendor === undefined ? null : bounded(vendor.value, VALUE_LIMITS.vendorName),
    vendorState: vendor?.state ?? null,
    documentNumber: first(
      VALUE_LIMITS.documentNumber,
      'invoice_number',
      'document_number',
      'order_number',
      'reference_number',
      'account_number',
    ),
    documentDate: first(
      VALUE_LIMITS.documentDate,
      'invoice_date',
      'transaction_date',
      'order_date',
      'statement_date',
      'issue_date',
    ),
    totalAmount,
    totalValue: totalAmount !== null && DECIMAL.test(totalAmount) ? Number(totalAmount) : null,
    currency: first(VALUE_LIMITS.currency, 'currency'),
    fieldsProved: count('proved'),
    fieldsSupported: count('supported'),
    fieldsToReview: count('needs_review'),
    fieldsConfirmed: count('confirmed'),
    stops: stopsOf(result),
    duplicateKey: duplicateKey(result),
  };
}

const DECIMAL = /^-?\d+(?:\.\d+)?$/;

/** Counts what a reviewer has to look at: values to review, expected fields that were not found, failed checks. */
function stopsOf(result: ExtractionResult): number {
  const values = allValues(result).filter(({ state }) => state === 'needs_review').length;
  const holders = result.documents ?? [result];
  const missing = holders.reduce((sum, holder) => sum + holder.missing.length, 0);
  return values + missing + checksOf(result).filter(({ ok }) => !ok).length;
}

/** The checks of the file and of each document in it. The result repeats those of its main document; they count once. */
function checksOf({ checks, documents = [] }: ExtractionResult): readonly Check[] {
  const ofDocuments = documents.flatMap((one) => one.checks);
  const known = new Set(ofDocuments.map(identityOf));
  return [...checks.filter((check) => !known.has(identityOf(check))), ...ofDocuments];
}

const identityOf = ({ rule, ok, detail }: Check): string => JSON.stringify([rule, ok, detail]);

/** Returns all values, for files with several documents those of all of them, which include those of the result. */
function allValues(result: ExtractionResult) {
  const holders = result.documents ?? [result];
  return holders.flatMap(({ fields, line_items }) => [
    ...Object.values(fields),
    ...line_items.flatMap((item) => Object.values(item)),
  ]);
}
