import type { LinkedIdentityView, ProviderStart, SignInOptions } from '#core/contract/providers';
import { send, sendJson } from './request.ts';
import type { Proof } from './second-factors.ts';

/** Longest `return_to` that the API accepts, in characters. A longer one is dropped. */
const MAX_RETURN_LENGTH = 500;

/** Reads the identity providers, the registration mode and the password policy. */
export function readSignInOptions(signal: AbortSignal): Promise<SignInOptions> {
  return sendJson('/auth/options', { renew: false, signal });
}

/** Returns the URL of the provider's sign-in page. A cookie binds the sign-in to this browser. */
export async function beginSignInAt(providerId: string, returnTo: string): Promise<string> {
  return begin(`/auth/providers/${encodeURIComponent(providerId)}/begin`, returnTo, {});
}

/** Like `beginSignInAt`, but links the provider's account to the current one. */
export async function beginLinkingAt(providerId: string, returnTo: string, proof: Proof): Promise<string> {
  return begin(`/auth/identities/${encodeURIComponent(providerId)}/begin`, returnTo, proof);
}

export function listLinkedIdentities(signal: AbortSignal): Promise<{ readonly data: readonly LinkedIdentityView[] }> {
  return sendJson('/auth/identities', { signal });
}

export async function unlinkIdentity(id: string, proof: Proof): Promise<void> {
  await send(`/auth/identities/${encodeURIComponent(id)}/remove`, { method: 'POST', body: proof, renew: false });
}

async function begin(path: string, returnTo: string, proof: Proof): Promise<string> {
  const body = { ...proof, return_to: returnTo.length > MAX_RETURN_LENGTH ? '/' : returnTo };
  const { authorization_url } = await sendJson<ProviderStart>(path, { method: 'POST', body, renew: false });
  return authorization_url;
}
