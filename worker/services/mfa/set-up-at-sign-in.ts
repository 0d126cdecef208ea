import type { TotpProposal } from '#core/contract/mfa';
import { findPersonToSignIn, type SigningInPerson } from '#core/store/identity';
import { before, confirmTotp, firstRecoveryCodes, isTotpConfirmed } from '#core/store/second-factors';
import { type Challenge, spendChallenge } from '#core/store/sign-in-challenges';
import type { RequestContext } from '../context.ts';
import { continueChallenge, signInAnew } from '../identity/challenge.ts';
import { completeSignIn } from '../identity/complete-sign-in.ts';
import type { SignIn } from '../identity/issue-tokens.ts';
import { mailAccountChange } from '../mail/mail-account-change.ts';
import { recordPersonRefusal } from '../record-refusal.ts';
import { makeRecoveryCodes, matchProposal } from './confirm-totp.ts';
import { propose } from './propose-totp.ts';

/**
 * Starts the setup of a required second factor during sign-in, after the first factor and before any session token is
 * issued. The sign-in's token allows nothing else. @throws AppError `unauthenticated`, `conflict`
 */
export async function beginSetUp(context: RequestContext, token: string): Promise<TotpProposal> {
  const { person } = await whoSetsUp(context, token);
  return propose(context, person.user);
}

/**
 * Activates the authenticator with the first code and opens the session in one batch. @throws AppError
 * `mfa_code_invalid`
 */
export async function finishSetUp(
  context: RequestContext,
  token: string,
  code: string,
): Promise<{ readonly signIn: SignIn; readonly recoveryCodes: readonly string[] }> {
  const { control, now } = context.dependencies;
  const { person, challenge } = await whoSetsUp(context, token);
  const confirmation = await matchProposal(context, person.user.id, code, () =>
    recordPersonRefusal(context, person, 'session.refused', { reason: 'second_factor_set_up' }),
  );
  const codes = await makeRecoveryCodes(context, person.user.id);
  const admission = await completeSignIn(context, person, {
    method: 'first+totp_set_up',
    isTwoFactor: true,
    spending: [
      spendChallenge(control, challenge.hash, 'second_factor_setup', now()),
      confirmTotp(control, confirmation, before),
    ],
    refunds: confirmation.attempt,
    forgets: [],
    also: firstRecoveryCodes(
      control,
      person.user.id,
      codes.hashes,
      confirmation.now,
      isTotpConfirmed(person.user.id, confirmation.now),
    ),
  });
  if (admission.kind !== 'signed_in') throw signInAnew();
  mailAccountChange(context, person.user, 'totp_added');
  return { signIn: admission.signIn, recoveryCodes: codes.shown };
}

async function whoSetsUp(
  context: RequestContext,
  token: string,
): Promise<{ readonly person: SigningInPerson; readonly challenge: Challenge }> {
  const challenge = await continueChallenge(context, 'second_factor_setup', token);
  const person = await findPersonToSignIn(context.dependencies.control, challenge.userId);
  // A user who has a factor by now must use it instead of adding another one.
  if (!person || person.factors.totp || person.factors.passkeys > 0) throw signInAnew();
  return { person, challenge };
}
