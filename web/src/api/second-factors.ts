import {
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';
import type { MfaPending, SignInAnswer } from '#core/contract/identity';
import type { MfaStatus, ReconfirmBody, SignedInWithCodes, SignInPolicyView, TotpProposal } from '#core/contract/mfa';
import type { PasskeyList, PasskeyView, RegisteredPasskey } from '#core/contract/passkeys';
import { NoPasskey } from './problems.ts';
import { send, sendJson } from './request.ts';

const open = { method: 'POST', renew: false } as const;
const COOKIE = { session: 'cookie' } as const;

/** What the user enters to confirm their identity. */
export type Proof = ReconfirmBody;

/** What the second step of a sign-in needs from the first. */
export type PendingStep = Pick<MfaPending, 'mfa_token' | 'setup_required' | 'methods'>;

export interface RecoveryCodes {
  readonly recovery_codes: readonly string[];
}

export function verifyMfa(mfa_token: string, typed: Pick<Proof, 'code' | 'recovery_code'>): Promise<SignInAnswer> {
  return sendJson('/auth/mfa/verify', { ...open, body: { mfa_token, ...typed, ...COOKIE } });
}

export function beginSetup(mfa_token: string): Promise<TotpProposal> {
  return sendJson('/auth/mfa/setup', { ...open, body: { mfa_token } });
}

export function finishSetup(mfa_token: string, code: string): Promise<SignedInWithCodes> {
  return sendJson('/auth/mfa/setup/confirm', { ...open, body: { mfa_token, code, ...COOKIE } });
}

export function readMfaStatus(signal: AbortSignal): Promise<MfaStatus> {
  return sendJson('/auth/mfa', { signal });
}

export function proposeTotp(proof: Proof): Promise<TotpProposal> {
  return sendJson('/auth/mfa/totp', { ...open, body: proof });
}

export function confirmTotp(code: string): Promise<RecoveryCodes> {
  return sendJson('/auth/mfa/totp/confirm', { ...open, body: { code } });
}

export async function removeTotp(proof: Proof): Promise<void> {
  await send('/auth/mfa/totp/remove', { ...open, body: proof });
}

export function renewRecoveryCodes(proof: Proof): Promise<RecoveryCodes> {
  return sendJson('/auth/mfa/recovery-codes', { ...open, body: proof });
}

export function listPasskeys(signal: AbortSignal): Promise<PasskeyList> {
  return sendJson('/auth/passkeys', { signal });
}

/** Asks the browser for a new passkey and adds it. @throws NoPasskey */
export async function addPasskey(proof: Proof, name: string): Promise<RegisteredPasskey> {
  const { options } = await sendJson<{ readonly options: PublicKeyCredentialCreationOptionsJSON }>(
    '/auth/passkey-options',
    { ...open, body: proof },
  );
  const response = await fromBrowser(startRegistration({ optionsJSON: options }));
  return sendJson('/auth/passkeys', { method: 'POST', body: { name, response } });
}

export function renamePasskey(id: string, name: string): Promise<PasskeyView> {
  return sendJson(`/auth/passkeys/${encodeURIComponent(id)}`, { method: 'PATCH', body: { name } });
}

export async function removePasskey(id: string, proof: Proof): Promise<void> {
  await send(`/auth/passkeys/${encodeURIComponent(id)}/remove`, { ...open, body: proof });
}

/** Signs in with a passkey of this browser. @throws NoPasskey */
export async function signInWithPasskey(): Promise<SignInAnswer> {
  const { options } = await sendJson<{ readonly options: PublicKeyCredentialRequestOptionsJSON }>(
    '/auth/passkey-sign-in/options',
    open,
  );
  const response: AuthenticationResponseJSON = await fromBrowser(startAuthentication({ optionsJSON: options }));
  return sendJson('/auth/passkey-sign-in', { ...open, body: { response, ...COOKIE } });
}

async function fromBrowser<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof WebAuthnError || error instanceof DOMException) throw new NoPasskey(error);
    throw error;
  }
}

export function readSignInPolicy(organizationId: string, signal: AbortSignal): Promise<SignInPolicyView> {
  return sendJson(`/organizations/${encodeURIComponent(organizationId)}/sign-in-policy`, { signal });
}

export function changeSignInPolicy(organizationId: string, body: SignInPolicyView): Promise<SignInPolicyView> {
  return sendJson(`/organizations/${encodeURIComponent(organizationId)}/sign-in-policy`, { method: 'PATCH', body });
}
