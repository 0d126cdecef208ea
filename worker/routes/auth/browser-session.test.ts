import { describe, expect, test } from 'vitest';
import { identitySchema } from '#core/contract/identity';
import { call, ORIGIN, problemOf } from '#core/testing/call';
import { newEmail, PASSWORD, registration, signUp } from '#core/testing/sign-up';

describe('browser session', () => {
  const cookiesOf = (headers: Headers) => headers.getSetCookie();
  const asHeader = (cookies: readonly string[]) => cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
  const browser = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' };

  async function signUpInBrowser() {
    const email = newEmail();
    const answer = await call('POST', '/api/v1/auth/register', {
      json: { ...registration(email), session: 'cookie' },
      headers: browser,
    });
    return { answer, email, cookie: asHeader(cookiesOf(answer.headers)) };
  }

  test('keeps both tokens out of the body and out of reach of scripts', async () => {
    const { answer, cookie } = await signUpInBrowser();
    expect(answer.status).toBe(201);
    expect(answer.json).not.toHaveProperty('access_token');
    expect(answer.json).not.toHaveProperty('refresh_token');
    const cookies = cookiesOf(answer.headers);
    expect(cookies).toHaveLength(2);
    for (const each of cookies) expect(each).toMatch(/^__Host-nc_\w+=.+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect((await call('GET', '/api/v1/auth/me', { headers: { cookie } })).status).toBe(200);
  });

  test('is refreshed by its cookie, with new cookies', async () => {
    const { cookie } = await signUpInBrowser();
    const answer = await call('POST', '/api/v1/auth/refresh', { headers: { ...browser, cookie } });
    expect(answer.status).toBe(200);
    expect(answer.json).not.toHaveProperty('refresh_token');
    const renewed = asHeader(cookiesOf(answer.headers));
    expect(renewed).not.toBe(cookie);
    expect((await call('GET', '/api/v1/auth/me', { headers: { cookie: renewed } })).status).toBe(200);
  });

  test.each([
    ['another origin', { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }],
    ['a sibling host', { origin: 'https://evil.api.test', 'sec-fetch-site': 'same-site' }],
    ['an opaque origin', { origin: 'null' }],
    ['only the browser hint', { 'sec-fetch-site': 'cross-site' }],
    ['no word about where it comes from', {}],
  ])('a changing request with cookies from %s is refused', async (_name, headers) => {
    const { cookie } = await signUpInBrowser();
    for (const path of ['/api/v1/auth/logout', '/api/v1/auth/refresh', '/api/v1/api-keys']) {
      const answer = await call('POST', path, { headers: { ...headers, cookie }, json: { name: 'x' } });
      expect([path, answer.status, problemOf(answer).code]).toEqual([path, 403, 'cross_site_request']);
    }
    expect((await call('GET', '/api/v1/auth/me', { headers: { cookie } })).status).toBe(200);
  });

  test('another site cannot sign a browser in', async () => {
    const owner = await signUp();
    const answer = await call('POST', '/api/v1/auth/login', {
      json: { email: owner.email, password: PASSWORD, session: 'cookie' },
      headers: { origin: 'https://evil.test' },
    });
    expect(answer.status).toBe(403);
    expect(cookiesOf(answer.headers)).toEqual([]);
  });

  test('a session that somebody planted beforehand is not the one of whoever signs in (session fixation)', async () => {
    const [planted, owner] = [await signUpInBrowser(), await signUp()];
    const answer = await call('POST', '/api/v1/auth/login', {
      json: { email: owner.email, password: PASSWORD, session: 'cookie' },
      headers: { ...browser, cookie: planted.cookie },
    });
    expect(answer.status).toBe(200);
    const cookie = asHeader(cookiesOf(answer.headers));
    const whose = async (of: string) =>
      identitySchema.parse((await call('GET', '/api/v1/auth/me', { headers: { cookie: of } })).json).user.email;
    expect(await whose(cookie)).toBe(owner.email);
    // The attacker still has their own session and nothing of the victim's, even after a refresh.
    expect(await whose(planted.cookie)).toBe(planted.email);
    const renewed = await call('POST', '/api/v1/auth/refresh', { headers: { ...browser, cookie: planted.cookie } });
    expect(await whose(asHeader(cookiesOf(renewed.headers)))).toBe(planted.email);
    for (const each of planted.cookie.split('; ')) expect(cookie.split('; ')).not.toContain(each);
  });

  test('logout takes the cookies away', async () => {
    const { cookie } = await signUpInBrowser();
    const answer = await call('POST', '/api/v1/auth/logout', { headers: { ...browser, cookie } });
    expect(answer.status).toBe(204);
    for (const each of cookiesOf(answer.headers)) expect(each).toMatch(/=; Max-Age=0; Path=\/;/);
    expect((await call('GET', '/api/v1/auth/me', { headers: { cookie } })).status).toBe(401);
  });
});
