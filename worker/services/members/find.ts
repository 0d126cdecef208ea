import { AppError } from '#core/platform/errors';
import { findMember, type MemberRow } from '#core/store/members';
import type { SignedInContext } from '../context.ts';

/** @throws AppError `not_found`, also for another organization's member */
export async function requireMember({ caller, dependencies }: SignedInContext, id: string): Promise<MemberRow> {
  const member = await findMember(dependencies.control, caller.organizationId, id);
  if (!member) throw new AppError('not_found', 'There is no such member.');
  return member;
}

/** Members cannot change their own role or status. @throws AppError `forbidden` */
export function requireSomebodyElse({ caller }: SignedInContext, member: MemberRow): void {
  if (member.userId === caller.userId)
    throw new AppError(
      'forbidden',
      'You cannot change your own membership. To leave, use the leave operation of the organization.',
    );
}

/** Returns the error of a guarded change that had no effect. */
export const memberKept = (member: MemberRow): AppError =>
  member.role === 'owner'
    ? new AppError('conflict', 'An organization needs at least one active owner. Make another member an owner first.')
    : new AppError('conflict', 'The member was changed in the meantime. Reload and try again.');
