import type { UpdateProfileBody } from '#core/contract/account';
import type { UserView } from '#core/contract/identity';
import { AppError } from '#core/platform/errors';
import { findActivePerson, type UserRow } from '#core/store/identity';
import { changeProfile } from '#core/store/person-changes';
import { auditOf } from '../audit-event.ts';
import type { SignedInContext } from '../context.ts';
import { userView } from './identity-view.ts';
import { requireOwnSession, sessionOf } from './require-session.ts';

/** Changes the caller's name and display preferences. @throws AppError `forbidden` for an API key */
export async function updateProfile(context: SignedInContext, body: UpdateProfileBody): Promise<UserView> {
  const { userId, organizationId } = sessionOf(context);
  await requireOwnSession(context);
  const { control } = context.dependencies;
  const person = await findActivePerson(control, userId);
  if (!person) throw new AppError('unauthenticated', 'This account is no longer active. Sign in again.');
  const { user } = person;
  const to = {
    firstName: body.first_name ?? user.firstName,
    lastName: body.last_name ?? user.lastName,
    locale: body.locale === undefined ? user.locale : body.locale,
    timeZone: body.time_zone === undefined ? user.timeZone : body.time_zone,
  };
  const target = { kind: 'user', id: userId };
  const event = auditOf(context, 'user.updated', target, profileValues(user), profileValues(to));
  if (event.changes) await changeProfile(control, userId, to, organizationId, event);
  return userView({ ...user, ...to });
}

/** Returns the profile fields of an audit event, with their API names. */
const profileValues = (user: Pick<UserRow, 'firstName' | 'lastName' | 'locale' | 'timeZone'>) => ({
  first_name: user.firstName,
  last_name: user.lastName,
  locale: user.locale,
  time_zone: user.timeZone,
});
