import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { sessionListSchema } from '#core/contract/account';
import { identitySchema } from '#core/contract/identity';
import { connectControl } from '#core/db/connect';
import { oneTimeTokens, users } from '#core/db/schema/control';
import { auditEvents } from '#core/db/schema/tenant';
import { sha256Hex } from '#core/security/digest';
import { call, ORIGIN, problemOf } from '#core/testing/call';
import { mailsTo, untilMail } from '#core/testing/mail';
import { mintApiKey, type Owner, PASSWORD, signInAgain, signUp } from '#core/testing/sign-up';
import { createApp } from '../../app.ts';

const db = connectControl(env.DB);
const NEW_PASSWORD = 'another horse battery';
const post = (path: string, json: unknown, token?: string) => call('POST', `/api/v1/auth/${path}`, { json, token });
const login = async (email: string, password: string) => (await post('login', { email, password })).status;
const actionsOf = async (owner: Owner) =>
  (await db.select().from(auditEvents).where(eq(auditEvents.organizationId, owner.organizationId))).map(
    (event) => event.action,
  );
const confirmed = async (token: string) => {
  const me = await call('GET', '/api/v1/auth/me', { token });
  return JSON.stringify(me.json).includes('"email_verified":true');
};

describe('confirming an address', () => {
  test('the link of the registration mail confirms it, once, and the token is stored as a hash only', async () => {
    const owner = await signUp();
    const { mail, token } = await untilMail(owner.email, '/verify-email');
    expect(mail.html).toContain(`http://localhost:8787/verify-email#token=${token}`);
    expect(await confirmed(owner.accessToken)).toBe(false);
    const rows = await db.select().from(oneTimeTokens).where(eq(oneTimeTokens.userId, owner.userId));
    expect(rows.map((row) => row.hash)).toEqual([await sha256Hex(token)]);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => post('verify-email', { token }, owner.accessToken)),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([204, 410, 410, 410]);
    expect(await confirmed(owner.accessToken)).toBe(true);
    expect((await actionsOf(owner)).filter((action) => action === 'user.email_verified')).toHaveLength(1);
  });

  test('a newer link replaces the older one', async () => {
    const owner = await signUp();
    const first = await untilMail(owner.email, '/verify-email');
    expect((await call('POST', '/api/v1/auth/verify-email/resend', { token: owner.accessToken })).status).toBe(202);
    const second = await untilMail(owner.email, '/verify-email', 1);
    expect(problemOf(await post('verify-email', { token: first.token })).code).toBe('link_invalid');
    expect((await post('verify-email', { token: second.token }, owner.accessToken)).status).toBe(204);
  });

  test('a link past its end, or of another purpose, opens nothing', async () => {
    const owner = await signUp();
    const { token } = await untilMail(owner.email, '/verify-email');
    expect((await post('reset-password', { token, password: NEW_PASSWORD })).status).toBe(410);
    await db
      .update(oneTimeTokens)
      .set({ expiresAt: Date.now() - 1 })
      .where(eq(oneTimeTokens.userId, owner.userId));
    expect((await post('verify-email', { token })).status).toBe(410);
  });
});

describe('forgetting a password', () => {
  test('the answer is the same for everybody, and only who has an account gets a mail', async () => {
    const owner = await signUp();
    const nobody = `nobody-${owner.email}`;
    const [known, unknown] = [
      await post('forgot-password', { email: owner.email.toUpperCase() }),
      await post('forgot-password', { email: nobody }),
    ];
    expect([known.status, known.text]).toEqual([202, unknown.text]);
    expect([unknown.status, [...known.headers.keys()]]).toEqual([202, [...unknown.headers.keys()]]);
    await untilMail(owner.email, '/reset-password');
    expect(await mailsTo(nobody)).toEqual([]);
  });

  test('the link sets a new password once, ends every session, and the host is never the one of the request', async () => {
    const owner = await signUp();
    const other = await signInAgain(owner);
    await call('POST', '/api/v1/auth/forgot-password', {
      json: { email: owner.email },
      headers: { 'x-forwarded-host': 'evil.test', host: 'evil.test' },
    });
    const { mail, token } = await untilMail(owner.email, '/reset-password');
    expect(`${mail.text}${mail.html}`).not.toMatch(/evil\.test|api\.test/);
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => post('reset-password', { token, password: NEW_PASSWORD })),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([204, 410, 410]);
    expect([await login(owner.email, PASSWORD), await login(owner.email, NEW_PASSWORD)]).toEqual([401, 200]);
    for (const { accessToken, refreshToken } of [owner, other]) {
      expect((await call('GET', '/api/v1/auth/me', { token: accessToken })).status).toBe(401);
      expect((await post('refresh', { refresh_token: refreshToken })).status).toBe(401);
    }
    expect((await actionsOf(owner)).filter((action) => action === 'user.password_reset')).toHaveLength(1);
    expect((await mailsTo(owner.email)).map((each) => each.subject)).toContain('Your password was changed');
  });

  test('a common or short password is refused and leaves the link usable', async () => {
    const owner = await signUp();
    await post('forgot-password', { email: owner.email });
    const { token } = await untilMail(owner.email, '/reset-password');
    for (const password of ['Password123', 'short']) {
      const refused = await post('reset-password', { token, password });
      expect([refused.status, problemOf(refused).errors?.[0]?.path]).toEqual([422, 'json.password']);
    }
    expect((await post('reset-password', { token, password: NEW_PASSWORD })).status).toBe(204);
  });

  test('a link to an address the person no longer has is dead', async () => {
    const owner = await signUp();
    await post('forgot-password', { email: owner.email });
    const { token } = await untilMail(owner.email, '/reset-password');
    const moved = `moved-${owner.email}`;
    await db.update(users).set({ email: moved, emailNormalized: moved }).where(eq(users.id, owner.userId));
    expect((await post('reset-password', { token, password: NEW_PASSWORD })).status).toBe(410);
  });

  test('a mailbox is not flooded: after enough mails the answer stays and the mails stop', async () => {
    const owner = await signUp();
    const app = createApp(env);
    for (let i = 0; i < 14; i++) {
      const context = createExecutionContext();
      const request = new Request(`${ORIGIN}/api/v1/auth/forgot-password`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: owner.email }),
      });
      const answer = await app(request, context);
      expect(answer.status).toBe(202);
      await answer.arrayBuffer();
      // The mail is sent after the response.
      await waitOnExecutionContext(context);
    }
    expect((await mailsTo(owner.email)).filter((mail) => mail.subject === 'Reset your password')).toHaveLength(10);
  });
});

describe('changing a password', () => {
  const change = (owner: Owner, current_password: string, new_password: string) =>
    post('change-password', { current_password, new_password }, owner.accessToken);

  test('needs the present one, keeps this session and ends the others', async () => {
    const owner = await signUp();
    const other = await signInAgain(owner);
    const wrong = await change(owner, 'not this one', NEW_PASSWORD);
    expect([wrong.status, problemOf(wrong).errors?.[0]?.path]).toEqual([422, 'json.current_password']);
    expect((await change(owner, PASSWORD, NEW_PASSWORD)).status).toBe(204);
    expect((await call('GET', '/api/v1/auth/me', { token: owner.accessToken })).status).toBe(200);
    expect((await call('GET', '/api/v1/auth/me', { token: other.accessToken })).status).toBe(401);
    expect([await login(owner.email, PASSWORD), await login(owner.email, NEW_PASSWORD)]).toEqual([401, 200]);
    expect(await actionsOf(owner)).toContain('user.password_changed');
  });

  test('guesses count as failed sign-ins', async () => {
    const owner = await signUp();
    for (let i = 0; i < 10; i++) await change(owner, `guess ${i}`, NEW_PASSWORD);
    expect((await change(owner, PASSWORD, NEW_PASSWORD)).status).toBe(429);
  });

  test('an API key changes no password, lists no sessions and renames nobody', async () => {
    const owner = await signUp();
    const { secret } = await mintApiKey(owner);
    const body = { current_password: PASSWORD, new_password: NEW_PASSWORD };
    expect((await post('change-password', body, secret)).status).toBe(403);
    expect((await call('GET', '/api/v1/auth/sessions', { token: secret })).status).toBe(403);
    const renamed = await call('PATCH', '/api/v1/auth/me', { token: secret, json: { first_name: 'Eve' } });
    expect(renamed.status).toBe(403);
  });
});

test('registration refuses what everybody tries first', async () => {
  const body = { first_name: 'A', last_name: 'B', organization_name: 'C', email: 'common@example.com' };
  const answer = await post('register', { ...body, password: 'PASSWORD123' });
  expect([answer.status, problemOf(answer).errors?.[0]?.path]).toEqual([422, 'json.password']);
  // The message is both in the field error that the form shows and in the detail that programs log.
  for (const words of [problemOf(answer).detail, problemOf(answer).errors?.[0]?.message])
    expect(words).toContain('four unrelated words');
});

describe('sessions', () => {
  const list = async (owner: Owner) =>
    sessionListSchema.parse((await call('GET', '/api/v1/auth/sessions', { token: owner.accessToken })).json).data;

  test('a person sees where they are signed in and ends one of them at once', async () => {
    const owner = await signUp();
    const other = await signInAgain(owner);
    const seen = await list(owner);
    expect(seen.map((session) => session.current).toSorted()).toEqual([false, true]);
    const target = seen.find((session) => !session.current)?.id ?? '';
    const ended = await call('DELETE', `/api/v1/auth/sessions/${target}`, { token: owner.accessToken });
    expect(ended.status).toBe(204);
    expect((await call('GET', '/api/v1/documents', { token: other.accessToken })).status).toBe(401);
    expect(await list(owner)).toHaveLength(1);
    const again = await call('DELETE', `/api/v1/auth/sessions/${target}`, { token: owner.accessToken });
    expect(again.status).toBe(404);
  });

  test("another person's session is not there", async () => {
    const [owner, stranger] = [await signUp(), await signUp()];
    const [theirs] = await list(stranger);
    const answer = await call('DELETE', `/api/v1/auth/sessions/${theirs?.id}`, { token: owner.accessToken });
    expect(answer.status).toBe(404);
    expect(await list(stranger)).toHaveLength(1);
  });
});

test('a person changes their name, and the audit log says from what to what', async () => {
  const owner = await signUp();
  const answer = await call('PATCH', '/api/v1/auth/me', { token: owner.accessToken, json: { first_name: ' Grace ' } });
  expect(answer.json).toMatchObject({ first_name: 'Grace', last_name: 'Lovelace' });
  const rows = await db.select().from(auditEvents).where(eq(auditEvents.targetId, owner.userId));
  expect(rows.find((row) => row.action === 'user.updated')?.changes).toContain('["Ada","Grace"]');
});

test('a person says how they read dates and times, in canonical form, and takes it back', async () => {
  const owner = await signUp();
  const change = (json: unknown) => call('PATCH', '/api/v1/auth/me', { token: owner.accessToken, json });
  const me = async () =>
    identitySchema.parse((await call('GET', '/api/v1/auth/me', { token: owner.accessToken })).json);
  expect((await me()).user).toMatchObject({ locale: null, time_zone: null });
  expect((await change({ locale: 'de-ch', time_zone: 'europe/zurich' })).status).toBe(200);
  expect((await me()).user).toMatchObject({ locale: 'de-CH', time_zone: 'Europe/Zurich', first_name: 'Ada' });
  for (const wrong of [{ locale: 'de_CH' }, { time_zone: '+02:00' }, { time_zone: 'Mars/Olympus' }, {}]) {
    expect([wrong, (await change(wrong)).status]).toEqual([wrong, 422]);
  }
  expect((await change({ locale: null })).status).toBe(200);
  expect((await me()).user).toMatchObject({ locale: null, time_zone: 'Europe/Zurich' });
});
