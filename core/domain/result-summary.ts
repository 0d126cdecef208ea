import { lacksRequired } from './expected-fields.ts';
import type { ExtractionResult, FieldState } from './result.ts';
import { bounded, VALUE_LIMITS } from './value-limits.ts';

/** What a document's row holds of its result, so that lists need not open it. */
export interface ResultSummary {
  readonly vendorName: string | null;
  readonly vendorState: FieldState | null;
  readonly documentNumber: string | null;
  readonly documentDate: string | null;
  readonly totalAmount: string | null;
  readonly currency: string | null;
  readonly fieldsProved: number;
  readonly fieldsSupported: number;
  readonly fieldsToReview: number;
  readonly fieldsConfirmed: number;
  /** What a reviewer still has to look at; see `stopsOf`. */
  readonly stops: number;
}

/**
 * A document needs review when a value does, when a check failed, when a field that its type requires was not found, or
 * when nothing was read at all. Otherwise it is completed without anyone.
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

/** What lists show of a result, cut to what a row takes; the whole values are in the result. The number and the date are the first of the document's kinds of number and date. */
export function summaryOf(result: ExtractionResult): ResultSummary {
  const firstField = (...names: string[]) =>
    names.map((name) => result.fields[name]).find((field) => field?.value !== undefined);
  const first = (limit: number, ...names: string[]): string | null => {
    const found = firstField(...names)?.value;
    return found === undefined ? null : bounded(found, limit);
  };
  const vendor = firstField('vendor_name', 'bank_name', 'employer_name', 'payer_name');
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
    totalAmount: first(VALUE_LIMITS.totalAmount, 'total_amount', 'amount_due', 'gross_amount', 'closing_balance'),
    currency: first(VALUE_LIMITS.currency, 'currency'),
    fieldsProved: count('proved'),
    fieldsSupported: count('supported'),
    fieldsToReview: count('needs_review'),
    fieldsConfirmed: count('confirmed'),
    stops: stopsOf(result),
  };
}

/** How many things a reviewer has to look at: values to review, expected fields not found, failed checks. */
function stopsOf(result: ExtractionResult): number {
  const values = allValues(result).filter(({ state }) => state === 'needs_review').length;
  const holders = result.documents ?? [result];
  const missing = holders.reduce((sum, holder) => sum + holder.missing.length, 0);
  return values + missing + checksOf(result).filter(({ ok }) => !ok).length;
}

function checksOf(result: ExtractionResult) {
  return [...result.checks, ...(result.documents ?? []).flatMap(({ checks }) => checks)];
}

/** Of a file of several documents the values of all of them: those of the result are among them. */
function allValues(result: ExtractionResult) {
  const holders = result.documents ?? [result];
  return holders.flatMap(({ fields, line_items }) => [
    ...Object.values(fields),
    ...line_items.flatMap((item) => Object.values(item)),
  ]);
}
