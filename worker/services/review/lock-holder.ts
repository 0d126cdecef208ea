import { AppError } from '#core/platform/errors';
import type { DocumentRow } from '#core/store/documents';
import type { SignedInContext } from '../context.ts';

type Lock = Pick<DocumentRow, 'lockedBy' | 'lockedUntil'>;

/** Whether somebody other than the caller has the document open for review. An API key is never the holder. */
export function isLockedByAnother({ caller, dependencies }: SignedInContext, { lockedBy, lockedUntil }: Lock): boolean {
  if (lockedBy === null || (lockedUntil ?? 0) <= dependencies.now()) return false;
  return caller.kind !== 'user' || lockedBy !== caller.userId;
}

/** @throws AppError `locked` */
export function refuseLocked(context: SignedInContext, lock: Lock): void {
  if (isLockedByAnother(context, lock))
    throw new AppError('locked', 'Another person has this document open for review.');
}
