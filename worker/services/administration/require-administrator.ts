import { AppError } from '#core/platform/errors';
import { isAdministratorSession } from '#core/store/administrators';
import type { SignedInContext } from '../context.ts';

declare const established: unique symbol;

/** The context of a person the database knows as system administrator. Only `requireAdministrator` makes one. */
export type AdministratorContext = SignedInContext & { readonly [established]: true };

/**
 * Asks the database each time: the power over a whole server must end the moment it is taken. API keys and
 * impersonations never have it. @throws AppError `forbidden`
 */
export async function requireAdministrator(context: SignedInContext): Promise<AdministratorContext> {
  const { caller, dependencies } = context;
  const { sessionId, impersonatorId, userId } = caller;
  const { control, now, settings } = dependencies;
  const demandsFactor = settings.ADMINISTRATOR_SECOND_FACTOR > 0;
  const inPerson = sessionId !== undefined && impersonatorId === undefined;
  if (!inPerson || !(await isAdministratorSession(control, userId, sessionId, now(), demandsFactor)))
    throw new AppError('forbidden', 'This is for signed-in system administrators only (system_administrator).');
  return context as AdministratorContext;
}
