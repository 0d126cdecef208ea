import { AppError } from '#core/platform/errors';
import { findActivePerson, type PersonRow } from '#core/store/identity';
import type { SessionOwner } from '#core/store/sessions';
import type { SignedInContext } from '../context.ts';
import { requireOwnSession, sessionOf } from '../identity/require-session.ts';

/** Returns the calling user and their live session. @throws AppError `forbidden` for an API key, `unauthenticated` */
export async function ownPerson(
  context: SignedInContext,
): Promise<{ readonly session: SessionOwner; readonly person: PersonRow }> {
  const session = sessionOf(context);
  await requireOwnSession(context);
  const person = await findActivePerson(context.dependencies.control, session.userId);
  if (!person) throw new AppError('unauthenticated', 'This account is no longer active. Sign in again.');
  return { session, person };
}
