import type { ExtractionResult, FieldState } from '#core/domain/result';
import type { FinishedRun } from '#core/store/end-job';

/**
 * A document needs eyes when a value does, when a check failed, or when nothing was read at all. Otherwise it is
 * completed without anyone.
 */
export function statusOf(result: ExtractionResult): FinishedRun['status'] {
  const values = allValues(result);
  if (values.length === 0) return 'needs_review';
  const checks = [...result.checks, ...(result.documents ?? []).flatMap((document) => document.checks)];
  const doubtful = values.some((value) => value.state === 'needs_review') || checks.some((check) => !check.ok);
  return doubtful ? 'needs_review' : 'completed';
}

/** What lists show of a result. The number and the date are the first of the document's kinds of number and date. */
export function summaryOf(result: ExtractionResult): FinishedRun['summary'] {
  const firstField = (...names: string[]) =>
    names.map((name) => result.fields[name]).find((field) => field?.value !== undefined);
  const first = (...names: string[]): string | null => firstField(...names)?.value ?? null;
  const vendor = firstField('vendor_name', 'bank_name', 'employer_name', 'payer_name');
  const count = (state: FieldState) => allValues(result).filter((value) => value.state === state).length;
  return {
    vendorName: vendor?.value ?? null,
    vendorState: vendor?.state ?? null,
    documentNumber: first('invoice_number', 'document_number', 'order_number', 'reference_number', 'account_number'),
    documentDate: first('invoice_date', 'transaction_date', 'order_date', 'statement_date', 'issue_date'),
    totalAmount: first('total_amount', 'amount_due', 'gross_amount', 'closing_balance'),
    currency: first('currency'),
    fieldsProved: count('proved'),
    fieldsSupported: count('supported'),
    fieldsToReview: count('needs_review'),
  };
}

/** Of a file of several documents the values of all of them: those of the result are among them. */
function allValues(result: ExtractionResult) {
  const holders = result.documents ?? [result];
  return holders.flatMap(({ fields, line_items }) => [
    ...Object.values(fields),
    ...line_items.flatMap((item) => Object.values(item)),
  ]);
}
