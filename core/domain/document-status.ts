/** The life cycle of a document: `received → queued → processing → completed | needs_review | failed`, then `approved | rejected`. */
export const DOCUMENT_STATUSES = [
  'received',
  'queued',
  'processing',
  'completed',
  'needs_review',
  'failed',
  'approved',
  'rejected',
] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

/** Status of one processing run of a document. Reprocessing creates a new job, so the job id identifies the run. */
export const JOB_STATUSES = ['queued', 'processing', 'completed', 'failed'] as const;

const UNFINISHED: ReadonlySet<DocumentStatus> = new Set(['received', 'queued', 'processing']);

/** True once processing has ended. Only an explicit action of a caller changes a terminal status. */
export function isTerminal(status: DocumentStatus): boolean {
  return !UNFINISHED.has(status);
}

export const DOCUMENT_PRIORITIES = ['low', 'normal', 'high'] as const;
export type DocumentPriority = (typeof DOCUMENT_PRIORITIES)[number];
