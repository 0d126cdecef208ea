import * as oauth from 'oauth4webapi';
import type { IdentityProvider } from '#core/platform/identity-providers';
import type { RequestContext } from '../context.ts';
import { outboundFetch } from '../outbound-fetch.ts';
import { checkIdToken, textClaim } from './check-claims.ts';
import type { ProviderProfile, ProviderRound } from './profile.ts';

const SCOPE = 'openid email profile';

/** Returns the authorization URL (OpenID Connect Core 1.0 §3.1.2, PKCE by RFC 7636). */
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
 * Exchanges the response at the callback for a profile. Verifies the issuer of the response (RFC 9207) and the state,
 * exchanges the code with the PKCE verifier, and verifies signature, issuer, audience, times and nonce of the ID token.
 * @throws what oauth4webapi throws for any of these, and for unreachable providers
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
  // Both checks need the same Response object, because the library caches what it read by object identity.
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

/** Some providers return the email only here. The subject must match the ID token's. */
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

/** Discovered on every sign-in and never cached, so that a brief outage of a provider has no lasting effect. */
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
    // Plain http only for ports allowed by tests; the guard refuses it otherwise.
    [oauth.allowInsecureRequests]: egressTestAllow.has(new URL(issuer).host),
  };
}
