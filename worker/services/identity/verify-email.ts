import type { VerifyEmailBody } from '#core/contract/account';
import { AppError } from '#core/platform/errors';
import { sha256Hex } from '#core/security/digest';
import { verifyPassword } from '#core/security/password';
import { findProvingSession, type ProvingSession } from '#core/store/address-proof';
import { findActivePerson, type PersonRow } from '#core/store/identity';
import { findOneTimeToken } from '#core/store/one-time-tokens';
import { confirmEmail } from '#core/store/person-changes';
import type { Caller, RequestContext } from '../context.ts';
import { linkInvalid } from '../mail/link.ts';
import { recordPersonRefusal } from '../record-refusal.ts';
import { accessEnded } from './access-ended.ts';
import { hashInTurn } from './hash-in-turn.ts';
import { personAudit } from './person-event.ts';
import { beginAttempt, evaluate, findByLink, giveBack, signInLimits } from './throttle.ts';

/**
 * Marks an address as verified. The link proves access to the mailbox, but not that its owner created the account,
 * because someone else may have registered the address. It is therefore only accepted in a session of the account or
 * with its password.
 * @throws AppError `link_invalid`, `reauthentication_required`, `validation_failed`, `rate_limited`
 */
export async function verifyEmail(
  context: RequestContext,
  body: VerifyEmailBody,
  caller: Caller | null,
): Promise<void> {
  const { control, now } = context.dependencies;
  const hash = await sha256Hex(body.token);
  const found = await findByLink(context, () => findOneTimeToken(control, hash, 'verify_email', now()));
  const person = found && (await findActivePerson(control, found.userId));
  if (!person) throw linkInvalid(context);
  const session = await provingSession(context, person, caller);
  if (!session) await requirePassword(context, person, body.password);
  const audit = personAudit(context, person, 'user.email_verified', 'success', {
    proved_by: session ? 'session' : 'password',
    earlier_access: session?.registered ? 'other sessions ended' : 'ended',
  });
  const ended = await confirmEmail(control, hash, person.user.id, session, now(), audit);
  if (!ended) throw linkInvalid(context);
  accessEnded(context, person.user, ended);
}

/** Returns the caller's live session if it belongs to this user. */
export async function provingSession(
  { dependencies }: RequestContext,
  { user }: PersonRow,
  caller: Caller | null,
): Promise<ProvingSession | null> {
  if (caller?.sessionId === undefined || caller.userId !== user.id) return null;
  return findProvingSession(dependencies.control, user.id, caller.sessionId, dependencies.now());
}

async function requirePassword(context: RequestContext, person: PersonRow, typed: string | undefined): Promise<void> {
  const { emailNormalized, passwordHash } = person.user;
  if (typed === undefined)
    throw new AppError(
      'reauthentication_required',
      'Open the link in a browser where you are signed in, or enter the password of the account. If you did not register this account, reset its password.',
    );
  const attempt = await beginAttempt(context, await signInLimits(context, emailNormalized));
  const verify = () => hashInTurn(context, () => verifyPassword(typed, passwordHash));
  if (!(await evaluate(context, attempt, verify))) {
    recordPersonRefusal(context, person, 'user.email_verification_refused', { reason: 'password' });
    const message = 'This is not the password of the account.';
    throw new AppError('validation_failed', message, { errors: [{ path: 'json.password', message }] });
  }
  await giveBack(context, attempt);
}
