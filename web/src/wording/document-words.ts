import type { DocumentStatus } from '#core/domain/document-status';
import type { DocumentType } from '#core/domain/document-types';
import type { DocumentErrorCode } from '#core/domain/error-codes';
import type { ReadMethod } from '#core/domain/result';

export const STATUS_LABELS: Readonly<Record<DocumentStatus, string>> = {
  received: 'Received',
  queued: 'Queued',
  processing: 'Processing',
  completed: 'Completed',
  needs_review: 'Needs review',
  failed: 'Failed',
  approved: 'Approved',
  rejected: 'Rejected',
};

export const TYPE_LABELS: Readonly<Record<DocumentType, string>> = {
  invoice: 'Invoice',
  credit_note: 'Credit note',
  receipt: 'Receipt',
  purchase_order: 'Purchase order',
  utility_bill: 'Utility bill',
  tax_form: 'Tax form',
  id_document: 'ID document',
  bank_statement: 'Bank statement',
  card_statement: 'Card statement',
  contract: 'Contract',
  hearing_transcript: 'Hearing transcript',
  other: 'Other',
};

export const METHOD_LABELS: Readonly<Record<ReadMethod, string>> = {
  'text-layer': 'Read from embedded text',
  ocr: 'Read by OCR',
  mixed: 'Read from embedded text and by OCR',
  'e-invoice': 'Read from the embedded e-invoice',
  'bank-file': 'Read from the bank’s data file',
  none: 'Nothing could be read',
};

/** Why processing failed, and what to do about it. */
export const FAILURE_ADVICE: Readonly<Record<DocumentErrorCode, { readonly reason: string; readonly advice: string }>> =
  {
    unsupported_media_type: {
      reason: 'Unsupported file type',
      advice: 'Convert it to PDF, .docx, .xlsx or CSV, or export the e-invoice as XML, and upload that.',
    },
    encrypted: {
      reason: 'The file is password-protected',
      advice: 'Save a copy without the password and upload it.',
    },
    damaged: {
      reason: 'The file is damaged',
      advice: 'It may be incomplete. Ask the sender for a new copy, or print it to a new PDF.',
    },
    empty: {
      reason: 'The file has no readable text',
      advice: 'Check that you chose the right file. If it is a photo, take it again closer and in better light.',
    },
    too_large: {
      reason: 'The document is too large',
      advice: 'Split it into smaller files, or reduce the resolution of its images.',
    },
    timed_out: {
      reason: 'Processing took too long',
      advice: 'Upload it again. If it fails again, split the document into smaller files.',
    },
    source_damaged: { reason: 'The original was damaged in storage', advice: 'Upload the file again.' },
    source_missing: { reason: 'The original is no longer in storage', advice: 'Upload the file again.' },
    cancelled: { reason: 'Processing was cancelled', advice: 'Process it again at any time; the original is kept.' },
    processing_failed: {
      reason: 'Processing failed',
      advice: 'This is a problem on our side. Upload the file again later, or contact support with the document id.',
    },
  };

const STAGES: Readonly<Record<string, string>> = {
  read: 'Reading pages',
  classify: 'Detecting the document type',
  extract: 'Extracting fields',
  validate: 'Running checks',
  render: 'Rendering pages',
  store: 'Storing the result',
};

/** The label of a processing stage; unknown stages are spelled out from their name. */
export function stageLabel(stage: string): string {
  return STAGES[stage] ?? stage.replaceAll('_', ' ');
}
