import * as oauth from 'oauth4webapi';
import { z } from 'zod';
import type { IdentityProvider } from '#core/platform/identity-providers';
import type { RequestContext } from '../context.ts';
import { outboundFetch } from '../outbound-fetch.ts';
import type { ProviderProfile, ProviderRound } from './profile.ts';

const tokenSchema = z.object({ access_token: z.string().min(1) });
const userSchema = z.object({ id: z.number().int().positive(), name: z.string().max(320).nullish() });
const emailsSchema = z.array(z.object({ email: z.string().max(320), primary: z.boolean(), verified: z.boolean() }));

/**
 * Authorization URL of GitHub, which uses OAuth 2.0 without discovery or ID tokens: docs.github.com/apps/oauth-apps.
 */
export async function githubAuthorizationUrl(
  provider: IdentityProvider,
  round: { readonly state: string; readonly verifier: string; readonly redirectUri: string },
): Promise<URL> {
  const url = new URL('/login/oauth/authorize', provider.issuer);
  const parameters = {
    client_id: provider.clientId,
    redirect_uri: round.redirectUri,
    scope: 'read:user user:email',
    state: round.state,
    code_challenge: await oauth.calculatePKCECodeChallenge(round.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

/** Exchanges the code and reads the user. The numeric id is the subject, because GitHub names can be reassigned. */
export async function githubProfile(
  { dependencies }: RequestContext,
  provider: IdentityProvider,
  round: ProviderRound,
  answer: { readonly parameters: URLSearchParams; readonly redirectUri: string },
): Promise<ProviderProfile> {
  const request = outboundFetch(dependencies);
  const exchange = await request(String(new URL('/login/oauth/access_token', provider.issuer)), {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({
      client_id: provider.clientId,
      client_secret: provider.clientSecret,
      code: answer.parameters.get('code') ?? '',
      redirect_uri: answer.redirectUri,
      code_verifier: round.verifier,
    }),
  });
  const { access_token: token } = tokenSchema.parse(await exchange.json());
  const ask = async (path: string): Promise<unknown> => {
    const headers = {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'user-agent': 'neocaptured',
    };
    return (await request(`${apiOf(provider.issuer)}${path}`, { headers })).json();
  };
  const user = userSchema.parse(await ask('/user'));
  const emails = emailsSchema.parse(await ask('/user/emails'));
  const primary = emails.find((each) => each.primary) ?? null;
  return {
    issuer: provider.issuer,
    subject: String(user.id),
    email: primary?.email ?? null,
    emailVerified: primary?.verified === true,
    firstName: user.name ?? null,
    lastName: null,
  };
}

/** The public service serves its API on a separate host; other servers serve it under a path. */
const apiOf = (issuer: string): string =>
  new URL(issuer).host === 'github.com' ? 'https://api.github.com' : `${issuer.replace(/\/$/, '')}/api/v3`;
