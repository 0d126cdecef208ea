import type { UserId } from '#core/domain/id';
import { AppError } from '#core/platform/errors';
import { newRecoveryCodes, recoveryCodeHash } from '#core/security/recovery-code';
import { unseal } from '#core/security/seal';
import { fromBase32, matchTotp } from '#core/security/totp';
import { type Confirmation, confirmTotpInSession, readSecondFactors } from '#core/store/second-factors';
import type { CountedAttempt } from '#core/store/sign-in-attempts';
import { auditOf } from '../audit-event.ts';
import type { RequestContext, SignedInContext } from '../context.ts';
import { totpPurpose } from '../identity/prove-second-factor.ts';
import { whyUnchanged } from '../identity/require-session.ts';
import { sessionsEnded } from '../identity/session-liveness.ts';
import { beginAttempt, evaluate, giveBack, secondFactorLimits } from '../identity/throttle.ts';
import { mailAccountChange } from '../mail/mail-account-change.ts';
import { recordRefusal } from '../record-refusal.ts';
import { ownPerson } from './own-person.ts';

/**
 * Activates the authenticator with a first code and returns recovery codes. The user's other sessions end, so that
 * every remaining session was opened or confirmed with the second factor. @throws AppError `mfa_code_invalid`,
 * `conflict`
 */
export async function confirmOwnTotp(context: SignedInContext, code: string): Promise<readonly string[]> {
  const { person, session } = await ownPerson(context);
  const confirmation = await matchProposal(context, person.user.id, code, () =>
    recordRefusal(context, 'second_factor.refused', 'user', person.user.id, 'set_up'),
  );
  await giveBack(context, confirmation.attempt);
  const codes = await makeRecoveryCodes(context, person.user.id);
  const event = auditOf(context, 'second_factor.added', { kind: 'user', id: person.user.id }, null, { method: 'totp' });
  const audit = { organizationId: session.organizationId, event };
  const { control } = context.dependencies;
  const ended = await confirmTotpInSession(control, confirmation, codes.hashes, session.sessionId, audit);
  if (!ended) throw await whyUnchanged(context, notProposed);
  sessionsEnded(context, person.user.id, ended);
  mailAccountChange(context, person.user, 'totp_added');
  return codes.shown;
}

/** A proposal, with the counted attempt of its code to be refunded. */
export type MatchedProposal = Confirmation & { readonly attempt: CountedAttempt };

/**
 * Returns the proposal that matches this code. Guesses count as second-factor attempts; `tellWrongCode` records
 * failures in the audit log.
 * @throws AppError `mfa_code_invalid`, `conflict`
 */
export async function matchProposal(
  context: RequestContext,
  userId: UserId,
  code: string,
  tellWrongCode: () => void,
): Promise<MatchedProposal> {
  const attempt = await beginAttempt(context, await secondFactorLimits(context, userId));
  const matched = await evaluate(context, attempt, () => stepOfProposal(context, userId, code));
  if (matched.step === null) {
    tellWrongCode();
    throw new AppError('mfa_code_invalid', 'The code does not match the new secret or has expired.');
  }
  return { userId, ...matched, step: matched.step, attempt };
}

async function stepOfProposal({ dependencies }: RequestContext, userId: UserId, code: string) {
  const { control, sealingKeys, now } = dependencies;
  const { totp } = await readSecondFactors(control, userId);
  if (!totp || totp.confirmedAt !== null) throw notProposed();
  const at = now();
  const secret = fromBase32(await unseal(sealingKeys, totpPurpose(userId), totp.sealedSecret));
  return { sealedSecret: totp.sealedSecret, step: await matchTotp(secret, code, at, null), now: at };
}

/** Generates recovery codes: the codes to show once, and the hashes to store. */
export async function makeRecoveryCodes({ dependencies }: RequestContext, userId: UserId) {
  const shown = newRecoveryCodes(Math.max(1, dependencies.settings.RECOVERY_CODES));
  return { shown, hashes: await Promise.all(shown.map((code) => recoveryCodeHash(userId, code))) };
}

const notProposed = (): AppError =>
  new AppError('conflict', 'There is no authenticator app to confirm. Start the set-up again.');
