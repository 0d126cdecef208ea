import type { UpdateProfileBody } from '#core/contract/account';
import type { UserView } from '#core/contract/identity';
import { AppError } from '#core/platform/errors';
import { findActivePerson } from '#core/store/identity';
import { renamePerson } from '#core/store/person-changes';
import { auditOf } from '../audit-event.ts';
import type { SignedInContext } from '../context.ts';
import { userView } from './identity-view.ts';
import { requireOwnSession, sessionOf } from './require-session.ts';

/** Changes the caller's own name. @throws AppError `forbidden` for an API key */
export async function updateProfile(context: SignedInContext, body: UpdateProfileBody): Promise<UserView> {
  const { userId, organizationId } = sessionOf(context);
  await requireOwnSession(context);
  const { control } = context.dependencies;
  const person = await findActivePerson(control, userId);
  if (!person) throw new AppError('unauthenticated', 'This account is no longer active. Sign in again.');
  const { user } = person;
  const firstName = body.first_name ?? user.firstName;
  const lastName = body.last_name ?? user.lastName;
  if (firstName !== user.firstName || lastName !== user.lastName) {
    const event = auditOf(context, {
      action: 'user.updated',
      targetKind: 'user',
      targetId: userId,
      outcome: 'success',
      changes: { first_name: [user.firstName, firstName], last_name: [user.lastName, lastName] },
    });
    await renamePerson(control, userId, { firstName, lastName }, organizationId, event);
  }
  return userView({ ...user, firstName, lastName });
}
