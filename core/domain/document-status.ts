/** A document's way: `received → queued → processing → completed | needs_review | failed`, then `approved | rejected`. */
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

/** One step of work on a document. A reprocess is a new job, so the job id is the run id. */
export const JOB_STATUSES = ['queued', 'processing', 'completed', 'failed'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

const RANK: Readonly<Record<DocumentStatus, number>> = {
  received: 0,
  queued: 1,
  processing: 2,
  completed: 3,
  needs_review: 3,
  failed: 3,
  approved: 4,
  rejected: 4,
};

/** Terminal states are left only by an explicit action of a person or program. */
export function isTerminal(status: DocumentStatus): boolean {
  return RANK[status] >= RANK.completed;
}

/** Within one run a state only moves forward; `processing → queued` (a retry) is the job's affair, not the document's. */
export function mayFollow(from: DocumentStatus, to: DocumentStatus): boolean {
  return RANK[to] > RANK[from];
}

export const DOCUMENT_PRIORITIES = ['low', 'normal', 'high'] as const;
export type DocumentPriority = (typeof DOCUMENT_PRIORITIES)[number];
