import type { DocumentStatus } from '#core/domain/document-status';
import { AppError } from '#core/platform/errors';
import type { DocumentRow } from '#core/store/documents';
import type { SignedInContext } from '../context.ts';

/** Statuses in which a result may be corrected and decided on. */
const REVIEWABLE: ReadonlySet<DocumentStatus> = new Set(['completed', 'needs_review']);

/** @throws AppError `invalid_state` unless the document was read and nobody has decided on it */
export function requireReviewable({ status }: Pick<DocumentRow, 'status'>): void {
  if (!REVIEWABLE.has(status))
    throw new AppError('invalid_state', `The document is ${status.replace('_', ' ')}; its result cannot be changed.`);
}

/** @throws AppError `locked` while somebody else has the document open for review */
export function refuseIfLocked(
  context: SignedInContext,
  document: Pick<DocumentRow, 'lockedBy' | 'lockedUntil'>,
): void {
  const { lockedBy, lockedUntil } = document;
  const isLive = lockedBy !== null && lockedUntil !== null && lockedUntil > context.dependencies.now();
  if (isLive && lockedBy !== lockHolderOf(context))
    throw new AppError('locked', 'Somebody else is reviewing this document.');
}

/** The user who may hold a lock; null for an API key. */
export const lockHolderOf = ({ caller }: SignedInContext): string | null => (caller.kind === 'user' ? caller.id : null);
