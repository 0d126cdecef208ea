import { generateRegistrationOptions } from '@simplewebauthn/server';
import type { ReconfirmBody } from '#core/contract/mfa';
import type { PasskeyOptions } from '#core/contract/passkeys';
import { sha256Hex } from '#core/security/digest';
import { listPasskeys } from '#core/store/passkeys';
import { insertChallenge } from '#core/store/sign-in-challenges';
import type { RequestContext, SignedInContext } from '../context.ts';
import { ownPerson } from '../mfa/own-person.ts';
import { reconfirmAtOnce } from '../mfa/reconfirm.ts';
import { PASSKEY_ALGORITHMS } from './check-credential.ts';
import { RELYING_PARTY_NAME, relyingParty } from './relying-party.ts';

const CHALLENGE_BYTES = 32;

/** Returns options for a new passkey after re-authentication. */
export async function beginPasskeyRegistration(context: SignedInContext, body: ReconfirmBody): Promise<PasskeyOptions> {
  const { person } = await ownPerson(context);
  const { user } = person;
  const { control } = context.dependencies;
  await reconfirmAtOnce(context, person, body);
  const known = await listPasskeys(control, user.id);
  const options = await generateRegistrationOptions({
    rpName: RELYING_PARTY_NAME,
    rpID: relyingParty(context).id,
    userName: user.email,
    userDisplayName: `${user.firstName} ${user.lastName}`,
    userID: Uint8Array.from(new TextEncoder().encode(user.id)),
    challenge: crypto.getRandomValues(new Uint8Array(CHALLENGE_BYTES)),
    supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
    // Discoverable and user-verifying, so that one touch covers both factors.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await rememberChallenge(context, 'passkey_registration', options.challenge, user.id);
  return { options: { ...options } };
}

/** Stores only the hash of the challenge, which is single-use and expires. */
export async function rememberChallenge(
  { dependencies }: RequestContext,
  purpose: 'passkey_registration' | 'passkey_sign_in',
  challenge: string,
  userId: Parameters<typeof insertChallenge>[1]['userId'],
): Promise<void> {
  const { control, settings, now } = dependencies;
  const at = now();
  const expiresAt = at + settings.PASSKEY_CHALLENGE_SECONDS * 1000;
  const hash = await sha256Hex(challenge);
  await insertChallenge(control, { hash, purpose, userId, sealedData: null, createdAt: at, expiresAt });
}
