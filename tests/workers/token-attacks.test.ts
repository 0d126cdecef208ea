import { env } from 'cloudflare:workers';
import { type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { PERMISSIONS, permissionBits } from '#core/domain/permissions';
import { readSigningKeys, TOKEN_AUDIENCE, TOKEN_ISSUER } from '#core/security/access-token';
import { call, problemOf } from '#core/testing/call';
import { type Owner, signUp } from '#core/testing/sign-up';

/** Forged access tokens (RFC 8725). The first test proves that the forging helper can create a valid token. */

const keys = readSigningKeys(env.JWT_KEYS);
const CURRENT = keys.current;
const OLDER = [...keys.byId].find(([kid]) => kid !== CURRENT.kid);

let owner: Owner;
let other: Owner;
let good: JWTPayload;

beforeAll(async () => {
  owner = await signUp();
  other = await signUp();
  good = decode(owner.accessToken.split('.')[1] ?? '');
});

const encode = (value: unknown): string =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

function decode(part: string): JWTPayload {
  const parsed: unknown = JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/')));
  return { ...Object(parsed) };
}

const HEADER = { alg: 'HS256', typ: 'at+jwt', kid: CURRENT.kid };

function forge(claims: JWTPayload, header: JWTHeaderParameters = HEADER, secret = CURRENT.secret): Promise<string> {
  return new SignJWT(claims).setProtectedHeader(header).sign(secret);
}

const knock = (token: string) => call('GET', '/api/v1/documents', { token });
const seconds = () => Math.floor(Date.now() / 1000);

test('the right claims under the right key open the door, also under the older key', async () => {
  expect((await knock(await forge(good))).status).toBe(200);
  if (!OLDER) throw new Error('the test keys hold an older one');
  expect((await knock(await forge(good, { ...HEADER, kid: OLDER[0] }, OLDER[1]))).status).toBe(200);
});

describe('access tokens', () => {
  const without = (name: string): JWTPayload =>
    Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
  const parts = () => owner.accessToken.split('.');
  const attacks: Readonly<Record<string, () => string | Promise<string>>> = {
    'alg none': () => `${encode({ ...HEADER, alg: 'none' })}.${encode(good)}.`,
    'alg None, with the old signature': () => `${encode({ ...HEADER, alg: 'None' })}.${encode(good)}.${parts()[2]}`,
    'no signature': () => `${parts()[0]}.${parts()[1]}.`,
    'HS384 under the right key': () => forge(good, { ...HEADER, alg: 'HS384' }),
    'HS512 under the right key': () => forge(good, { ...HEADER, alg: 'HS512' }),
    'another key under our kid': () => forge(good, HEADER, crypto.getRandomValues(new Uint8Array(32))),
    'an empty-looking key': () => forge(good, HEADER, new Uint8Array(32)),
    "the older key under the current one's kid": () => forge(good, HEADER, OLDER?.[1]),
    'an unknown kid': () => forge(good, { ...HEADER, kid: 'other' }),
    'a kid that is a path': () => forge(good, { ...HEADER, kid: '../../dev/null' }),
    'a kid of the prototype': () => forge(good, { ...HEADER, kid: '__proto__' }),
    'no kid': () => forge(good, { alg: 'HS256', typ: 'at+jwt' }),
    'typ JWT': () => forge(good, { ...HEADER, typ: 'JWT' }),
    'no typ': () => forge(good, { alg: 'HS256', kid: CURRENT.kid }),
    'a key brought along': () => forge(good, { ...HEADER, kid: 'mine', jwk: { kty: 'oct' } }),
    'a crit nobody knows': () => `${encode({ ...HEADER, crit: ['x'], x: 1 })}.${parts()[1]}.${parts()[2]}`,
    expired: () => forge({ ...good, iat: seconds() - 1_000, exp: seconds() - 60 }),
    'no end': () => forge(without('exp')),
    'not valid yet': () => forge({ ...good, nbf: seconds() + 600 }),
    'issued at no time': () => forge(Object.assign({ ...good }, { iat: 'soon' })),
    'another issuer': () => forge({ ...good, iss: `${TOKEN_ISSUER}.evil` }),
    'another audience': () => forge({ ...good, aud: `${TOKEN_AUDIENCE}-2` }),
    'no issuer': () => forge(without('iss')),
    'no audience': () => forge(without('aud')),
    'no subject': () => forge(without('sub')),
    'no session': () => forge(without('sid')),
    'an organization of no form': () => forge({ ...good, org: '*' }),
    'a subject of another kind': () => forge({ ...good, sub: String(good['org']) }),
    'a changed payload': () =>
      `${parts()[0]}.${encode({ ...good, perm: permissionBits(PERMISSIONS.slice(1)) })}.${parts()[2]}`,
    'a changed organization': () => `${parts()[0]}.${encode({ ...good, org: `org_${'0'.repeat(26)}` })}.${parts()[2]}`,
    'a JWE': () => `${encode({ alg: 'dir', enc: 'A256GCM' })}...${parts()[1]}.`,
    'two tokens in one': () => `${owner.accessToken} ${owner.accessToken}`,
    'a refresh token': () => owner.refreshToken,
    'a very long one': () => `${owner.accessToken}${'A'.repeat(8_000)}`,
  };

  test.each(Object.entries(attacks))('%s is refused', async (_name, make) => {
    const answer = await knock(await make());
    expect([answer.status, problemOf(answer).code]).toEqual([401, 'unauthenticated']);
  });

  test('all refusals read the same, so none tells which check it was', async () => {
    const texts = await Promise.all(
      Object.values(attacks).map(async (make) => (await knock(await make())).text.replace(/req_[0-9a-z]{26}/, '')),
    );
    expect(new Set(texts).size).toBe(1);
  });

  test('unreadable permissions grant nothing', async () => {
    for (const perm of ['zz', '', '-1', `${'f'.repeat(17)}`]) {
      expect((await knock(await forge({ ...good, perm }))).status).toBe(403);
    }
  });
});

describe('a session that was found live a moment ago is remembered for nobody else', () => {
  test.each([
    ['subject', () => ({ sub: other.userId })],
    ['actor', () => ({ act: { sub: other.userId } })],
    ['database', () => ({ shard: 'OTHER' })],
    ['organization', () => ({ org: other.organizationId })],
    ['role', () => ({ role: 'viewer' })],
  ])('a token with another %s', async (_name, claims) => {
    expect((await knock(owner.accessToken)).status).toBe(200);
    expect((await knock(await forge({ ...good, ...claims() }))).status).toBe(401);
  });
});
