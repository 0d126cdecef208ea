import { generateAuthenticationOptions } from '@simplewebauthn/server';
import type { PasskeyOptions } from '#core/contract/passkeys';
import type { RequestContext } from '../context.ts';
import { throttleChallenges } from '../identity/throttle.ts';
import { rememberChallenge } from './begin-registration.ts';
import { relyingParty } from './relying-party.ts';

const CHALLENGE_BYTES = 32;

/**
 * Returns options for signing in. They list no passkeys: the browser knows its own, and nobody can enumerate those of
 * others.
 */
export async function beginPasskeySignIn(context: RequestContext): Promise<PasskeyOptions> {
  const { id } = relyingParty(context);
  await throttleChallenges(context);
  const options = await generateAuthenticationOptions({
    rpID: id,
    challenge: crypto.getRandomValues(new Uint8Array(CHALLENGE_BYTES)),
    userVerification: 'required',
  });
  await rememberChallenge(context, 'passkey_sign_in', options.challenge, null);
  return { options: { ...options } };
}
