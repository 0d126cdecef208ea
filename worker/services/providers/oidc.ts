import * as oauth from 'oauth4webapi';
import type { IdentityProvider } from '#core/platform/identity-providers';
import type { RequestContext } from '../context.ts';
import { outboundFetch } from '../outbound-fetch.ts';
import { checkIdToken, textClaim } from './check-claims.ts';
import type { ProviderProfile, ProviderRound } from './profile.ts';

const SCOPE = 'openid email profile';

/** Where the browser goes to sign in (OpenID Connect Core 1.0 §3.1.2, PKCE by RFC 7636). */
export async function oidcAuthorizationUrl(
  context: RequestContext,
  provider: IdentityProvider,
  round: { readonly state: string; readonly nonce: string; readonly verifier: string; readonly redirectUri: string },
): Promise<URL> {
  const server = await discover(context, provider);
  if (server.authorization_endpoint === undefined) throw new TypeError('the provider names no authorization endpoint');
  const url = new URL(server.authorization_endpoint);
  const parameters = {
    client_id: provider.clientId,
    redirect_uri: round.redirectUri,
    response_type: 'code',
    scope: SCOPE,
    state: round.state,
    nonce: round.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(round.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

/**
 * Turns the answer at the callback into a profile: issuer of the answer (RFC 9207), state, code for tokens with the
 * verifier, signature, issuer, audience, times and nonce of the ID token.
 * @throws what oauth4webapi throws for any of these, and for providers that cannot be reached
 */
export async function oidcProfile(
  context: RequestContext,
  provider: IdentityProvider,
  round: ProviderRound,
  answer: { readonly parameters: URLSearchParams; readonly state: string; readonly redirectUri: string },
): Promise<ProviderProfile> {
  const server = await discover(context, provider);
  const client: oauth.Client = { client_id: provider.clientId };
  const options = requestOptions(context, provider);
  const code = oauth.validateAuthResponse(server, client, answer.parameters, answer.state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.ClientSecretBasic(provider.clientSecret),
    code,
    answer.redirectUri,
    round.verifier,
    options,
  );
  // The very same Response goes into both checks: the library remembers what it read by its identity.
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: round.nonce,
    requireIdToken: true,
  });
  await oauth.validateApplicationLevelSignature(server, response, options);
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  if (claims === undefined) throw new TypeError('the provider sent no ID token');
  checkIdToken(claims, provider.clientId);
  const more =
    claims['email'] === undefined && server.userinfo_endpoint
      ? await userInfo(server, client, tokens, claims.sub, options)
      : {};
  const text = (name: string): string | null => textClaim(claims[name] ?? more[name]);
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: text('email'),
    emailVerified: (claims['email_verified'] ?? more['email_verified']) === true,
    firstName: text('given_name') ?? text('name'),
    lastName: text('family_name'),
  };
}

type Options = ReturnType<typeof requestOptions>;

/** Some providers put the e-mail only here. The subject must be the ID token's. */
async function userInfo(
  server: oauth.AuthorizationServer,
  client: oauth.Client,
  tokens: oauth.TokenEndpointResponse,
  subject: string,
  options: Options,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await oauth.userInfoRequest(server, client, tokens.access_token, options);
  return oauth.processUserInfoResponse(server, client, subject, response);
}

/** Asked for in each sign-in and never kept: a provider that was away for a moment is not away for good. */
async function discover(context: RequestContext, provider: IdentityProvider): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(provider.issuer);
  const response = await oauth.discoveryRequest(issuer, { algorithm: 'oidc', ...requestOptions(context, provider) });
  return oauth.processDiscoveryResponse(issuer, response);
}

function requestOptions({ dependencies }: RequestContext, { issuer }: IdentityProvider) {
  const { egressTestAllow } = dependencies.signInPolicy;
  const request = outboundFetch(dependencies);
  return {
    [oauth.customFetch]: (
      address: string,
      {
        method,
        headers,
        body,
      }: { readonly method: string; readonly headers: HeadersInit; readonly body?: BodyInit | null | undefined },
    ) => request(address, { method, headers, ...(body != null && { body }) }),
    // Plain http only where a test named the port; the guard refuses it everywhere else.
    [oauth.allowInsecureRequests]: egressTestAllow.has(new URL(issuer).host),
  };
}
