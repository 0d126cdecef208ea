import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { providerStartSchema } from '#core/contract/providers';
import { newEmail } from '#core/testing/sign-up';
import { createApp } from '../../worker/app.ts';

/** ID tokens with a valid signature that are issued to another client or have no subject. The provider is a fake. */

const ISSUER = 'https://login.example.com';
const CLIENT = 'our-client';
const keys = generateKeyPair('RS256', { extractable: true });

/** Claims of the next ID token besides the usual ones, and the nonce of the request. */
let claims: JWTPayload = {};
let nonce = '';

/** Replaces the egress service: requests to other hosts than the provider fail. */
const EGRESS = {
  async fetch(address: string) {
    const { origin, pathname } = new URL(address);
    if (origin !== ISSUER) throw new Error(`asked ${address}`);
    const { publicKey, privateKey } = await keys;
    if (pathname === '/.well-known/openid-configuration')
      return Response.json({
        issuer: ISSUER,
        authorization_endpoint: `${ISSUER}/authorize`,
        token_endpoint: `${ISSUER}/token`,
        jwks_uri: `${ISSUER}/keys`,
      });
    if (pathname === '/keys')
      return Response.json({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256' }] });
    const idToken = await new SignJWT({
      nonce,
      sub: 'person-1',
      email: newEmail(),
      email_verified: true,
      aud: CLIENT,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .setIssuer(ISSUER)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
    return Response.json({ access_token: 'opaque', token_type: 'bearer', id_token: idToken });
  },
};

const IDENTITY_PROVIDERS = JSON.stringify([
  { id: 'tests', issuer: ISSUER, client_id: CLIENT, client_secret: 'of the tests' },
]);
let app: ReturnType<typeof createApp>;

beforeAll(() => {
  app = createApp(Object.assign({}, env, { EGRESS, IDENTITY_PROVIDERS }));
});

/** Performs a complete sign-in. Returns the final redirect of the browser. */
async function signIn(said: JWTPayload): Promise<string> {
  claims = said;
  const begun = await app(
    new Request('https://api.test/api/v1/auth/providers/tests/begin', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ return_to: '/' }),
    }),
    createExecutionContext(),
  );
  const url = new URL(providerStartSchema.parse(await begun.json()).authorization_url);
  nonce = url.searchParams.get('nonce') ?? '';
  const [cookie = ''] = (begun.headers.get('set-cookie') ?? '').split(';');
  const query = new URLSearchParams({ code: 'c', state: url.searchParams.get('state') ?? '' });
  const back = new Request(`https://api.test/api/v1/auth/providers/tests/callback?${query}`, { headers: { cookie } });
  const answer = await app(back, createExecutionContext());
  return answer.headers.get('location') ?? '';
}

test.each<readonly [string, JWTPayload]>([
  ['was issued to us', { sub: 'a' }],
  ['names us as the party it was issued to', { sub: 'b', azp: CLIENT }],
  ['names us in a list of one', { sub: 'c', aud: [CLIENT], azp: CLIENT }],
  ['has the longest subject', { sub: 'd'.repeat(255) }],
])('a token that %s opens the door', async (_name, said) => {
  expect(await signIn(said)).toBe('/');
});

test.each<readonly [string, JWTPayload]>([
  ['was issued to another client (azp)', { azp: 'another-client' }],
  ['has an empty azp', { azp: '' }],
  ['is for another client, too', { aud: [CLIENT, 'another-client'], azp: CLIENT }],
  ['is for another client', { aud: 'another-client' }],
  ['has an empty subject', { sub: '' }],
  ['has a blank subject', { sub: '  ' }],
  ['has a subject of control characters', { sub: 'a\u0000b' }],
  ['has an over-long subject', { sub: 'x'.repeat(256) }],
])('a token that %s opens nothing', async (_name, said) => {
  expect(await signIn(said)).toContain('error=provider_refused');
});
