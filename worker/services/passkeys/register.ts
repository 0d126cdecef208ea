import { type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { RegisteredPasskey, RegisterPasskeyBody, RegistrationResponse } from '#core/contract/passkeys';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { fromBase64Url, toBase64Url } from '#core/security/base64url';
import { sha256Hex } from '#core/security/digest';
import { findPasskey, insertPasskey } from '#core/store/passkeys';
import { takeChallenge } from '#core/store/sign-in-challenges';
import { auditOf } from '../audit-event.ts';
import type { SignedInContext } from '../context.ts';
import { hasSecondFactor } from '../identity/complete-sign-in.ts';
import { whyUnchanged } from '../identity/require-session.ts';
import { sessionsEnded } from '../identity/session-liveness.ts';
import { mailAccountChange } from '../mail/mail-account-change.ts';
import { makeRecoveryCodes } from '../mfa/confirm-totp.ts';
import { ownPerson } from '../mfa/own-person.ts';
import { isCredentialIdSound, isPublicKeySound, PASSKEY_ALGORITHMS } from './check-credential.ts';
import { claimedChallenge, passkeyRefused, relyingParty } from './relying-party.ts';
import { passkeyView } from './view.ts';

/**
 * Adds a passkey with the browser's response to a challenge issued to the caller. If it is the first second factor, the
 * other sessions end and recovery codes are returned. @throws AppError `passkey_refused`, `conflict`
 */
export async function registerPasskey(context: SignedInContext, body: RegisterPasskeyBody): Promise<RegisteredPasskey> {
  const { person, session } = await ownPerson(context);
  const { control, settings, now } = context.dependencies;
  const at = now();
  const userId = person.user.id;
  const challenge = claimedChallenge(body.response.response.clientDataJSON);
  if (challenge === null) throw passkeyRefused();
  const taken = await takeChallenge(control, await sha256Hex(challenge), 'passkey_registration', at);
  if (taken?.userId !== userId) throw passkeyRefused();
  const credential = await verify(context, body.response, challenge);
  const passkey = {
    id: newId('passkey', at),
    userId,
    credentialId: credential.id,
    publicKey: toBase64Url(credential.publicKey),
    counter: credential.counter,
    transports: JSON.stringify(body.response.response.transports ?? []),
    name: body.name,
    createdAt: at,
    lastUsedAt: null,
  };
  const codes = hasSecondFactor(person) ? null : await makeRecoveryCodes(context, userId);
  const event = auditOf(context, 'second_factor.added', { kind: 'passkey', id: passkey.id }, null, {
    method: 'passkey',
    name: body.name,
  });
  const audit = { organizationId: session.organizationId, event };
  const first = codes && { codes: codes.hashes, keep: session.sessionId };
  if (await findPasskey(control, passkey.credentialId)) throw known();
  const ended = await insertPasskey(control, passkey, settings.PASSKEYS_PER_PERSON, first, audit);
  if (!ended)
    throw await whyUnchanged(
      context,
      () => new AppError('conflict', `An account can have at most ${settings.PASSKEYS_PER_PERSON} passkeys.`),
    );
  sessionsEnded(context, userId, ended);
  mailAccountChange(context, person.user, 'passkey_added');
  return { passkey: passkeyView(passkey), ...(codes ? { recovery_codes: [...codes.shown] } : {}) };
}

async function verify(context: SignedInContext, response: RegistrationResponse, challenge: string) {
  const { origin, id } = relyingParty(context);
  const { clientDataJSON, attestationObject } = response.response;
  const answer: RegistrationResponseJSON = {
    id: response.id,
    rawId: response.rawId,
    type: response.type,
    response: { clientDataJSON, attestationObject },
    clientExtensionResults: {},
  };
  try {
    const result = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
    });
    if (result.verified && (await isCredentialSound(result.registrationInfo.credential, response.id)))
      return result.registrationInfo.credential;
  } catch (error) {
    // Any failure here means that the response is invalid.
    throw passkeyRefused(error);
  }
  throw passkeyRefused();
}

/** Checks that the attested id equals the one the browser reported, and that id and key are usable. */
async function isCredentialSound({ id, publicKey }: Credential, claimedId: string): Promise<boolean> {
  return id === claimedId && isCredentialIdSound(fromBase64Url(id)) && (await isPublicKeySound(publicKey));
}

interface Credential {
  readonly id: string;
  readonly publicKey: Uint8Array;
}

const known = (): AppError => new AppError('conflict', 'This passkey is already registered.');
