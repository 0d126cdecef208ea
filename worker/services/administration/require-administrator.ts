import { AppError } from '#core/platform/errors';
import { findAdministratorSession } from '#core/store/administrators';
import type { SignedInContext } from '../context.ts';

declare const established: unique symbol;

/** Context of a confirmed system administrator. Only `requireAdministrator` creates one. */
export type AdministratorContext = SignedInContext & { readonly [established]: true };

/**
 * Checks the database on every call, because access to the whole server must end immediately when revoked. API keys and
 * impersonations never qualify, nor do sessions opened before the appointment, which may belong to someone else.
 * @throws AppError `forbidden`, `reauthentication_required`
 */
export async function requireAdministrator(context: SignedInContext): Promise<AdministratorContext> {
  const { caller, dependencies } = context;
  const { sessionId, impersonatorId, userId } = caller;
  const { control, now, settings } = dependencies;
  const demandsFactor = settings.ADMINISTRATOR_SECOND_FACTOR > 0;
  const inPerson = sessionId !== undefined && impersonatorId === undefined;
  const session = inPerson && (await findAdministratorSession(control, userId, sessionId, now(), demandsFactor));
  if (!session)
    throw new AppError(
      'forbidden',
      'This operation requires a session of a system administrator (system_administrator).',
    );
  if (session === 'older')
    throw new AppError(
      'reauthentication_required',
      'You have been made a system administrator. Sign out and sign in again.',
    );
  return context as AdministratorContext;
}
