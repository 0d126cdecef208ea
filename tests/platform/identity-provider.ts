import { createServer, type Server } from 'node:http';
import { Provider } from 'oidc-provider';

export interface ProviderAccount {
  readonly subject: string;
  readonly email: string;
  readonly emailVerified: boolean;
}

/** A real OpenID provider on this machine. Every visitor is signed in as the account that was set last. */
export interface TestIdentityProvider {
  readonly issuer: string;
  /** `host:port`, in the format of EGRESS_TEST_ALLOW. */
  readonly host: string;
  signInAs(account: ProviderAccount): void;
  /** Acts as the browser at the provider: from the authorization URL to the URL it is redirected to. */
  visit(authorizationUrl: string): Promise<URL>;
  close(): Promise<void>;
}

export const CLIENT = { id: 'neocaptured-tests', secret: 'a secret of the tests, long enough for HS256' } as const;

const CONSENTED = ['openid', 'email', 'profile'];
/** Redirects of one sign-in at the provider: authorization, interactions, return. */
const MAX_HOPS = 12;

export async function startIdentityProvider(redirectUris: readonly string[]): Promise<TestIdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `localhost:${portOf(server)}`;
  const issuer = `http://${host}`;
  const accounts = new Map<string, ProviderAccount>();
  let next: ProviderAccount | undefined;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [...redirectUris],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['given_name', 'family_name'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['tests only'] },
    pkce: { required: () => true },
    findAccount: (_context, subject) => {
      const account = accounts.get(subject);
      if (!account) return undefined;
      const { email, emailVerified } = account;
      const claims = { sub: subject, email, email_verified: emailVerified, given_name: 'Grace', family_name: 'Hopper' };
      return { accountId: subject, claims: () => claims };
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    void finishInteraction(provider, request, response, next).catch((error: unknown) =>
      response.destroy(asError(error)),
    );
  });
  return {
    issuer,
    host,
    signInAs: (account) => {
      accounts.set(account.subject, account);
      next = account;
    },
    visit: (url) => followRedirects(url, issuer),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

type Handler = Parameters<Provider['interactionDetails']>;

/** User interactions at a provider: signing in, then consenting. */
async function finishInteraction(
  provider: Provider,
  request: Handler[0],
  response: Handler[1],
  account: ProviderAccount | undefined,
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login')
    return provider.interactionFinished(request, response, { login: { accountId: account?.subject ?? '' } });
  const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params['client_id']) });
  grant.addOIDCScope(CONSENTED.join(' '));
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

async function followRedirects(start: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = new URL(start);
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`);
    url = new URL(location, url);
    if (url.origin !== issuer) return url;
  }
  throw new Error('the provider sends in circles');
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the provider has no port');
  return address.port;
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
