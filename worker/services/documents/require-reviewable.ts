import type { DocumentStatus } from '#core/domain/document-status';
import type { DocumentRow } from '#core/store/documents';
import type { SignedInContext } from '../context.ts';
import { refuseLocked } from '../review/lock-holder.ts';
import { wrongState } from '../review/transition.ts';

/** Statuses in which a result may be corrected: it was read, and nobody has decided on it. */
const REVIEWABLE: readonly DocumentStatus[] = ['completed', 'needs_review'];

/** @throws AppError `invalid_state` in another status, `locked` while another person has the document open for review */
export function requireReviewable(context: SignedInContext, document: DocumentRow): void {
  if (!REVIEWABLE.includes(document.status)) throw wrongState(document.status, REVIEWABLE);
  refuseLocked(context, document);
}
