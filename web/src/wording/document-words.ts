import type { DocumentStatus } from '#core/domain/document-status';
import type { DocumentType } from '#core/domain/document-types';
import type { DocumentErrorCode } from '#core/domain/error-codes';
import type { ReadMethod } from '#core/domain/result';

export const STATUS_LABELS: Readonly<Record<DocumentStatus, string>> = {
  received: 'Received',
  queued: 'Waiting',
  processing: 'Reading',
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
  'text-layer': 'Read from the text in the file',
  ocr: 'Read from the picture (OCR)',
  mixed: 'Read from text and pictures',
  'e-invoice': 'Read from the e-invoice in the file',
  none: 'Nothing could be read',
};

/** Why a document failed, and what a person can do about it. */
export const FAILURE_ADVICE: Readonly<Record<DocumentErrorCode, { readonly reason: string; readonly advice: string }>> =
  {
    unsupported_media_type: {
      reason: 'This kind of file cannot be read',
      advice: 'Save it as PDF, .docx, .xlsx or CSV, or send the e-invoice as XML, and upload that.',
    },
    encrypted: {
      reason: 'The file is protected by a password',
      advice: 'Open it with its password, save a copy without protection, and upload the copy.',
    },
    damaged: {
      reason: 'The file is damaged',
      advice: 'It may have been cut off on the way. Ask the sender for it again, or print it to a new PDF.',
    },
    empty: {
      reason: 'The file has no readable text',
      advice: 'Check that the right file was chosen. Text in a picture must be sharp and in Latin script.',
    },
    too_large: {
      reason: 'The document is too large',
      advice: 'Split it into smaller files, or save the pictures in it at a lower resolution.',
    },
    timed_out: {
      reason: 'Reading took too long',
      advice: 'Try it once more. If it fails again, split the document into smaller files.',
    },
    source_damaged: { reason: 'The original was damaged in storage', advice: 'Upload the file again.' },
    source_missing: { reason: 'The original is no longer in storage', advice: 'Upload the file again.' },
    processing_failed: {
      reason: 'Reading failed on our side',
      advice: 'The original is safe. Upload it again later, or ask support with the id of the document.',
    },
  };

const STAGES: Readonly<Record<string, string>> = {
  read: 'Reading the pages',
  classify: 'Finding out what it is',
  extract: 'Finding the fields',
  validate: 'Checking the sums',
  render: 'Drawing the pages',
  store: 'Storing the result',
};

/** A stage of processing in words; a stage newer than this page keeps its own name. */
export function stageLabel(stage: string): string {
  return STAGES[stage] ?? stage.replaceAll('_', ' ');
}
