import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { AuthenticationResponse } from '#core/contract/passkeys';
import type { AppError } from '#core/platform/errors';
import { fromBase64Url } from '#core/security/base64url';
import { sha256Hex } from '#core/security/digest';
import { insertAuditEvent } from '#core/store/audit';
import { findPersonToSignIn, type PersonRow } from '#core/store/identity';
import { findPasskey, type PasskeyRow, spendPasskey } from '#core/store/passkeys';
import { takeChallenge } from '#core/store/sign-in-challenges';
import type { RequestContext } from '../context.ts';
import { completeSignIn, type SignInOutcome } from '../identity/complete-sign-in.ts';
import { personAudit } from '../identity/person-event.ts';
import { reportAnonymousRefusal } from '../report-anonymous-refusal.ts';
import { claimedChallenge, passkeyRefused, relyingParty } from './relying-party.ts';

/**
 * Signs in with a passkey. It counts as both factors: possession, plus the authenticator's user verification. The
 * challenge is spent before anything is verified, and all failures get the same error.
 * @throws AppError `passkey_refused`, and what `completeSignIn` throws
 */
export async function signInWithPasskey(
  context: RequestContext,
  answer: AuthenticationResponse,
): Promise<SignInOutcome> {
  const { control, now } = context.dependencies;
  const challenge = claimedChallenge(answer.response.clientDataJSON);
  if (challenge === null) throw unknown(context);
  const taken = await takeChallenge(control, await sha256Hex(challenge), 'passkey_sign_in', now());
  const passkey = taken && (await findPasskey(control, answer.id));
  const person = passkey && (await findPersonToSignIn(control, passkey.userId));
  if (!passkey || !person) throw unknown(context);
  const counter = await verify(context, answer, challenge, passkey).catch(async (error: unknown) => {
    await recordRefusal(context, person);
    // Any failure here means that the response is invalid.
    throw passkeyRefused(error);
  });
  return completeSignIn(context, person, {
    method: 'passkey',
    isTwoFactor: true,
    spending: [spendPasskey(control, passkey, counter, now())],
    refunds: null,
    forgets: [],
  });
}

/**
 * @returns the authenticator's new counter. @throws Error for an invalid response, including a counter that decreased
 */
async function verify(
  context: RequestContext,
  { id, rawId, type, response }: AuthenticationResponse,
  challenge: string,
  passkey: PasskeyRow,
): Promise<number> {
  const party = relyingParty(context);
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  if (userHandle !== undefined && new TextDecoder().decode(fromBase64Url(userHandle)) !== passkey.userId)
    throw passkeyRefused();
  const answer: AuthenticationResponseJSON = {
    id,
    rawId,
    type,
    response: { clientDataJSON, authenticatorData, signature },
    clientExtensionResults: {},
  };
  const result = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: fromBase64Url(passkey.publicKey),
      counter: passkey.counter,
    },
  });
  if (!result.verified) throw passkeyRefused();
  return result.authenticationInfo.newCounter;
}

function unknown(context: RequestContext): AppError {
  reportAnonymousRefusal(context, 'passkey');
  return passkeyRefused();
}

async function recordRefusal(context: RequestContext, person: PersonRow): Promise<void> {
  const refusal = personAudit(context, person, 'session.refused', 'failure', { reason: 'passkey' });
  const { control } = context.dependencies;
  if (refusal) await insertAuditEvent(control, refusal.organizationId, refusal.event);
}
