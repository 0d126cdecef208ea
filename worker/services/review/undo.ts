import type { DocumentView } from '#core/contract/documents';
import type { UndoResponse } from '#core/contract/review';
import type { DocumentRow } from '#core/store/documents';
import { requireSomewhere, type SignedInContext } from '../context.ts';
import { requireDocument } from '../documents/find.ts';
import { nothingToUndo, undoCorrection } from '../documents/undo-correction.ts';
import { policyOf } from './policy.ts';
import { UNDECIDED } from './reopen.ts';
import { decide } from './transition.ts';

/**
 * Undoes the caller's own last approval or rejection of the document, within the organization's time for it and while
 * nothing was exported. @throws AppError `not_found`, `forbidden`, `invalid_state`
 */
async function undoDecision(context: SignedInContext, id: string): Promise<DocumentView> {
  const { undo_minutes } = await policyOf(context);
  const document = await requireDocument(context, id, 'documents.approve');
  const since = context.dependencies.now() - undo_minutes * 60_000;
  return decide(context, document.id, {
    permission: 'documents.approve',
    from: ['completed', 'needs_review', 'approved', 'rejected'],
    notExported: true,
    plan: (row) => {
      if (!isOwnDecision(context, row)) throw nothingToUndo('You have not approved or rejected this document.');
      if (row.exportedAt !== null) throw nothingToUndo('The document has been exported.');
      if ((row.reviewedAt ?? row.firstApprovedAt ?? 0) < since) throw nothingToUndo('The time to undo it is over.');
      return {
        action: 'document.undone',
        set: { ...UNDECIDED, status: row.reviewedFrom ?? row.status },
        details: { undone: row.status },
      };
    },
  });
}

/** Whether the last decision about the document is the caller's. */
function isOwnDecision({ caller }: SignedInContext, row: DocumentRow): boolean {
  return row.reviewedBy === null ? row.firstApprovedBy === caller.userId : row.reviewedBy === caller.id;
}

/**
 * Undoes the caller's own last correction, approval or rejection of the document. A correction voids a first approval,
 * so a decision that exists is always the later of the two.
 * @throws AppError as `undoDecision` and `undoCorrection`
 */
export async function undoLast(context: SignedInContext, id: string): Promise<UndoResponse> {
  requireSomewhere(context, 'documents.update');
  const row = await requireDocument(context, id, 'documents.update');
  if (isOwnDecision(context, row)) return { document: await undoDecision(context, id) };
  return undoCorrection(context, row);
}
