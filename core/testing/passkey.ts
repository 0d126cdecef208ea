import { isoCBOR } from '@simplewebauthn/server/helpers';
import {
  type AuthenticationResponse,
  passkeyOptionsSchema,
  type RegistrationResponse,
  registeredPasskeySchema,
} from '../contract/passkeys.ts';
import { toBase64Url } from '../security/base64url.ts';
import { call } from './call.ts';
import { type Owner, PASSWORD } from './sign-up.ts';

/** Origin of the deployment in tests, as browsers would send it. */
export const PASSKEY_ORIGIN = 'http://localhost:8787';

/** Deviations of an attacker from a browser's behaviour. */
export interface Deviation {
  readonly origin?: string;
  readonly rpId?: string;
  readonly counter?: number;
  readonly flags?: number;
  readonly type?: string;
  readonly userHandle?: string;
  /** Entries that replace those of the COSE key; undefined removes one. */
  readonly key?: Readonly<Record<number, number | Uint8Array<ArrayBuffer> | undefined>>;
  /** A credential id of another form, in both the response and the attestation. */
  readonly id?: Uint8Array;
  /** A credential id that appears only in the attestation. */
  readonly attestedId?: Uint8Array;
}

/** A software authenticator: ES256, user verified (W3C WebAuthn §6.1). */
export interface Device {
  readonly credentialId: string;
  register(challenge: string, deviation?: Deviation): Promise<RegistrationResponse>;
  answer(challenge: string, deviation?: Deviation): Promise<AuthenticationResponse>;
}

const USER_PRESENT_AND_VERIFIED = 0x05;
const CREDENTIAL_INCLUDED = 0x40;
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
const joined = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

export async function newDevice(): Promise<Device> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new TypeError('a key pair was asked for');
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey);
  if (!(raw instanceof ArrayBuffer)) throw new TypeError('a raw key was asked for');
  const point = new Uint8Array(raw);
  const id = crypto.getRandomValues(new Uint8Array(16));
  let used = 0;
  const clientData = (type: string, challenge: string, deviation: Deviation) =>
    text(JSON.stringify({ type: deviation.type ?? type, challenge, origin: deviation.origin ?? PASSKEY_ORIGIN }));
  const data = async (flags: number, deviation: Deviation) => {
    const counter = new DataView(new ArrayBuffer(4));
    counter.setUint32(0, deviation.counter ?? ++used);
    const rpId = await sha256(text(deviation.rpId ?? new URL(PASSKEY_ORIGIN).hostname));
    return joined(rpId, Uint8Array.of(deviation.flags ?? flags), new Uint8Array(counter.buffer));
  };
  const credentialId = toBase64Url(id);
  return {
    credentialId,
    async register(challenge, deviation = {}) {
      const cose = new Map<number, number | Uint8Array<ArrayBuffer>>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, point.slice(1, 33)],
        [-3, point.slice(33)],
      ]);
      for (const [label, value] of Object.entries(deviation.key ?? {})) {
        if (value === undefined) cose.delete(Number(label));
        else cose.set(Number(label), value);
      }
      const told = deviation.id ?? id;
      const attested = deviation.attestedId ?? told;
      const authData = joined(
        await data(USER_PRESENT_AND_VERIFIED | CREDENTIAL_INCLUDED, { counter: 0, ...deviation }),
        new Uint8Array(16),
        Uint8Array.of(attested.length >> 8, attested.length & 0xff),
        attested,
        isoCBOR.encode(cose),
      );
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]);
      return {
        id: toBase64Url(told),
        rawId: toBase64Url(told),
        type: 'public-key',
        response: {
          clientDataJSON: toBase64Url(clientData('webauthn.create', challenge, deviation)),
          attestationObject: toBase64Url(isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0])),
        },
      };
    },
    async answer(challenge, deviation = {}) {
      const client = clientData('webauthn.get', challenge, deviation);
      const authenticatorData = await data(USER_PRESENT_AND_VERIFIED, deviation);
      const signed = joined(authenticatorData, await sha256(client));
      const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, signed);
      return {
        id: credentialId,
        rawId: credentialId,
        type: 'public-key',
        response: {
          clientDataJSON: toBase64Url(client),
          authenticatorData: toBase64Url(authenticatorData),
          signature: toBase64Url(derOf(new Uint8Array(signature))),
          ...(deviation.userHandle === undefined ? {} : { userHandle: toBase64Url(text(deviation.userHandle)) }),
        },
      };
    },
  };
}

/** Converts a signature from WebCrypto's form (r and s concatenated) to the ASN.1 that authenticators send. */
function derOf(plain: Uint8Array): Uint8Array {
  const integer = (bytes: Uint8Array) => {
    let start = 0;
    while (start < bytes.length - 1 && bytes[start] === 0) start++;
    const body = bytes.slice(start);
    const positive = (body[0] ?? 0) > 127 ? joined(Uint8Array.of(0), body) : body;
    return joined(Uint8Array.of(2, positive.length), positive);
  };
  const both = joined(integer(plain.slice(0, 32)), integer(plain.slice(32)));
  return joined(Uint8Array.of(0x30, both.length), both);
}

const challengeOf = (json: unknown): string => String(passkeyOptionsSchema.parse(json).options['challenge']);

/** Requests a registration challenge for this user. */
export async function registrationChallenge(owner: Pick<Owner, 'accessToken'>): Promise<string> {
  const json = { current_password: PASSWORD };
  const answer = await call('POST', '/api/v1/auth/passkey-options', { token: owner.accessToken, json });
  return challengeOf(answer.json);
}

export async function signInChallenge(): Promise<string> {
  return challengeOf((await call('POST', '/api/v1/auth/passkey-sign-in/options')).json);
}

/** Returns what a browser would send to add a passkey on this device. */
export async function createPasskey(owner: Pick<Owner, 'accessToken'>, device: Device): Promise<RegistrationResponse> {
  return device.register(await registrationChallenge(owner));
}

/** Adds a passkey on a new device through the API. */
export async function addPasskey(owner: Pick<Owner, 'accessToken'>) {
  const device = await newDevice();
  const json = { name: 'Laptop', response: await createPasskey(owner, device) };
  const answer = await call('POST', '/api/v1/auth/passkeys', { token: owner.accessToken, json });
  if (answer.status !== 201) throw new Error(`passkey answered ${answer.status}: ${answer.text}`);
  const { passkey, recovery_codes: recoveryCodes } = registeredPasskeySchema.parse(answer.json);
  return { id: passkey.id, device, recoveryCodes };
}
