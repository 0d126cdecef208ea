import { AppError } from '#core/platform/errors';
import { findInvitation, type InvitationRow } from '#core/store/invitations';
import type { SignedInContext } from '../context.ts';

/** @throws AppError `not_found`, also for another organization's invitation */
export async function requireInvitation({ caller, dependencies }: SignedInContext, id: string): Promise<InvitationRow> {
  const row = await findInvitation(dependencies.control, caller.organizationId, id);
  if (!row) throw new AppError('not_found', 'There is no such invitation.');
  return row;
}
