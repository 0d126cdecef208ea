import { AppError } from '#core/platform/errors';
import type { IdentityProvider } from '#core/platform/identity-providers';
import { randomToken, sha256Hex } from '#core/security/digest';
import { seal } from '#core/security/seal';
import type { SessionOwner } from '#core/store/sessions';
import { insertChallenge } from '#core/store/sign-in-challenges';
import type { RequestContext } from '../context.ts';
import { throttleChallenges } from '../identity/throttle.ts';
import { githubAuthorizationUrl } from './github.ts';
import { oidcAuthorizationUrl } from './oidc.ts';
import type { ProviderRound } from './profile.ts';
import { unavailable } from './refused.ts';

const SECRET_BYTES = 32;

/** Encryption purpose of the state that a provider's response is checked against. */
export const PROVIDER_ROUND = 'provider round';

export interface ProviderStart {
  readonly url: string;
  /** For the browser's cookie: only the browser that started the sign-in can finish it. */
  readonly browserSecret: string;
}

/**
 * Starts a visit to a provider, to sign in or (with `session`) to link the provider account to the session's user.
 * @throws AppError `not_found`, `unavailable`, `rate_limited`
 */
export async function beginAtProvider(
  context: RequestContext,
  providerId: string,
  returnTo: string,
  session: Pick<SessionOwner, 'userId' | 'sessionId'> | null,
): Promise<ProviderStart> {
  const { control, sealingKeys, settings, now } = context.dependencies;
  const provider = requireProvider(context, providerId);
  await throttleChallenges(context);
  const [state, nonce, verifier, browserSecret] = Array.from({ length: 4 }, () => randomToken(SECRET_BYTES));
  if (!state || !nonce || !verifier || !browserSecret) throw new Error('no random numbers');
  const redirectUri = callbackAddress(context, providerId);
  const url = await authorizationUrl(context, provider, { state, nonce, verifier, redirectUri });
  const round: ProviderRound = {
    providerId,
    nonce,
    verifier,
    browser: await sha256Hex(browserSecret),
    returnTo: isOwnPath(returnTo) ? returnTo : '/',
    sessionId: session?.sessionId ?? null,
  };
  const at = now();
  await insertChallenge(control, {
    hash: await sha256Hex(state),
    purpose: 'provider',
    userId: session?.userId ?? null,
    sealedData: await seal(sealingKeys, PROVIDER_ROUND, JSON.stringify(round)),
    createdAt: at,
    expiresAt: at + settings.PROVIDER_SIGN_IN_SECONDS * 1000,
  });
  return { url, browserSecret };
}

async function authorizationUrl(
  context: RequestContext,
  provider: IdentityProvider,
  round: Parameters<typeof oidcAuthorizationUrl>[2],
): Promise<string> {
  if (provider.kind === 'github') return String(await githubAuthorizationUrl(provider, round));
  try {
    return String(await oidcAuthorizationUrl(context, provider, round));
  } catch (error) {
    throw unavailable(context, provider, error);
  }
}

/** @throws AppError `not_found` */
export function requireProvider({ dependencies }: RequestContext, id: string): IdentityProvider {
  const provider = dependencies.identityProviders.find((each) => each.id === id);
  if (!provider) throw new AppError('not_found', 'There is no such identity provider.');
  return provider;
}

/** Redirect URI for providers; from the configuration, never from a request. @throws AppError `unavailable` */
export function callbackAddress({ dependencies }: RequestContext, providerId: string): string {
  const { publicUrl } = dependencies;
  if (publicUrl === null)
    throw new AppError('unavailable', 'The public address of this deployment is not configured (PUBLIC_URL).');
  return `${publicUrl}/api/v1/auth/providers/${providerId}/callback`;
}

/** Accepts only paths of this application: no scheme, no host, and nothing that browsers would interpret as one. */
const isOwnPath = (path: string): boolean => /^\/(?![/\\])[\w\-./?=&%]*$/.test(path);
