import type { LinkedIdentityView, ProviderStart, SignInOptions } from '#core/contract/providers';
import { send, sendJson } from './request.ts';
import type { Proof } from './second-factors.ts';

/** The longest way back the API takes, in characters. A longer one is given up: the sign-in matters more. */
const MAX_RETURN_LENGTH = 500;

/** How people get in here: by which providers, and whether they may register. */
export function readSignInOptions(signal: AbortSignal): Promise<SignInOptions> {
  return sendJson('/auth/options', { renew: false, signal });
}

/** The address of the provider's page. The browser that asked has to go there itself: a cookie binds the round to it. */
export async function beginSignInAt(providerId: string, returnTo: string): Promise<string> {
  return begin(`/auth/providers/${encodeURIComponent(providerId)}/begin`, returnTo, {});
}

/** As `beginSignInAt`, to link the account there to the one that is signed in. */
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
