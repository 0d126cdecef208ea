import type { Transition } from './transition.ts';

/** Takes an approval or rejection back, at any time. */
export const REOPENING: Transition = {
  permission: 'documents.approve',
  from: ['approved', 'rejected'],
  plan: (row) => ({ action: 'document.reopened', set: { ...UNDECIDED, status: row.reviewedFrom ?? 'needs_review' } }),
};

/** Columns of a document that nobody has approved or rejected. */
export const UNDECIDED = {
  reviewedBy: null,
  reviewedAt: null,
  reviewedFrom: null,
  rejectionReason: null,
  firstApprovedBy: null,
  firstApprovedAt: null,
} as const;
