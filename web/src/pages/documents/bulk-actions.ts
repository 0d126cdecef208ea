import type { BULK_ACTIONS } from '#core/contract/review';
import type { Permission } from '#core/domain/permissions';

export type BulkActionName = (typeof BULK_ACTIONS)[number];

export interface BulkActionWords {
  readonly label: string;
  /** In progress, as the progress bar says it. */
  readonly doing: string;
  /** "3 documents …". */
  readonly done: string;
  readonly permission: Permission;
  /** Asks for more, or for confirmation, before it acts. */
  readonly asks?: true;
}

export const BULK_WORDS: Readonly<Record<BulkActionName, BulkActionWords>> = {
  approve: { label: 'Approve', doing: 'Approving', done: 'approved', permission: 'documents.approve' },
  reject: { label: 'Reject', doing: 'Rejecting', done: 'rejected', permission: 'documents.approve', asks: true },
  assign: { label: 'Assign', doing: 'Assigning', done: 'assigned', permission: 'documents.assign', asks: true },
  postpone: { label: 'Postpone', doing: 'Postponing', done: 'postponed', permission: 'documents.update', asks: true },
  reopen: { label: 'Reopen', doing: 'Reopening', done: 'reopened', permission: 'documents.approve' },
  reprocess: {
    label: 'Process again',
    doing: 'Queueing',
    done: 'queued',
    permission: 'documents.reprocess',
    asks: true,
  },
  cancel: { label: 'Cancel processing', doing: 'Cancelling', done: 'cancelled', permission: 'documents.reprocess' },
  delete: {
    label: 'Delete',
    doing: 'Deleting',
    done: 'moved to the trash',
    permission: 'documents.delete',
    asks: true,
  },
  restore: { label: 'Restore', doing: 'Restoring', done: 'restored', permission: 'documents.delete' },
};

/** Offered beside each other; the others are in a menu. */
export const FIRST_ACTIONS = ['approve', 'reject', 'assign', 'postpone'] as const;
export const MORE_ACTIONS = ['reopen', 'reprocess', 'cancel', 'delete'] as const;

/** Why a document was left as it is, by error code. */
export const BULK_REASONS: Readonly<Record<string, string>> = {
  invalid_state: 'Its status does not allow this.',
  locked: 'Somebody else has it open.',
  forbidden: 'You may not do this on this document.',
  not_found: 'It is no longer there.',
  version_conflict: 'It was changed meanwhile.',
  second_person_required: 'A second person has to approve it.',
  conflict: 'It was changed meanwhile.',
  plan_limit_reached: "Your organization's plan does not allow more.",
  not_ready: 'It is still being processed.',
};
export const UNKNOWN_REASON = 'It could not be changed. Try again.';
