import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connectControl } from '#core/db/connect';
import { sessions, users } from '#core/db/schema/control';
import { auditEvents } from '#core/db/schema/tenant';
import { newId } from '#core/platform/ids';
import { idEquals } from '#core/store/id-equals';
import { call } from '#core/testing/call';
import { untilMail } from '#core/testing/mail';
import { invite } from '#core/testing/members';
import { PASSWORD, signUp } from '#core/testing/sign-up';
import { createApp } from '../../worker/app.ts';

const db = connectControl(env.DB);

/** The same Worker with another policy. */
function under(policy: Readonly<Record<string, string>>) {
  const app = createApp({ ...env, ...policy });
  return async (path: string, body: unknown) => {
    const execution = createExecutionContext();
    const init = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await app(new Request(`https://api.test/api/v1/auth/${path}`, init), execution);
    const json: Readonly<Record<string, unknown>> = { ...Object(await response.json()) };
    await waitOnExecutionContext(execution);
    return { status: response.status, json };
  };
}

/** Audit events of refused sign-ins for this address. */
async function refusalsOf(email: string): Promise<readonly (string | null)[]> {
  const [user] = await db.select().from(users).where(eq(users.email, email));
  const events = await db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.actorId, user?.id ?? ''));
  return events.filter(({ action }) => action === 'session.refused').map(({ changes }) => changes);
}

const person = () => ({
  email: `${newId('event', Date.now())}@example.com`,
  password: PASSWORD,
  first_name: 'Ada',
  last_name: 'Waiting',
  organization_name: 'Waiting Room',
});

test('closed: nobody registers, and who is invited does', async () => {
  const ask = under({ REGISTRATION_MODE: 'closed' });
  const body = person();
  expect(await ask('register', body)).toMatchObject({ status: 403, json: { code: 'registration_closed' } });
  expect(await db.select().from(users).where(eq(users.email, body.email))).toHaveLength(0);
  const { token } = await invite(await signUp());
  const joined = await ask('invitation/register', { token, password: PASSWORD, first_name: 'A', last_name: 'B' });
  expect(joined.status).toBe(201);
});

test('approval: registered and told so, without tokens; only who proves the password learns that it waits', async () => {
  const ask = under({ REGISTRATION_MODE: 'approval' });
  const body = person();
  expect(await ask('register', body)).toEqual({ status: 202, json: { registered: true, waits_for: 'approval' } });
  const [user] = await db.select().from(users).where(eq(users.email, body.email));
  expect(user?.status).toBe('pending');
  expect(
    await db
      .select()
      .from(sessions)
      .where(idEquals(sessions.userId, user?.id ?? '')),
  ).toHaveLength(0);
  const login = { email: body.email, password: PASSWORD };
  expect(await ask('login', login)).toMatchObject({ status: 403, json: { code: 'approval_pending' } });
  expect(await refusalsOf(body.email)).toEqual([JSON.stringify({ reason: [null, 'approval_pending'] })]);
  expect(await ask('login', { ...login, password: 'wrong' })).toMatchObject({ json: { code: 'invalid_credentials' } });
  await db
    .update(users)
    .set({ status: 'active' })
    .where(idEquals(users.id, user?.id ?? ''));
  expect((await ask('login', login)).status).toBe(200);
});

test('required verification: no session before the link of the mail was used', async () => {
  const ask = under({ EMAIL_VERIFICATION: 'required' });
  const body = person();
  expect(await ask('register', body)).toEqual({
    status: 202,
    json: { registered: true, waits_for: 'email_verification' },
  });
  const login = { email: body.email, password: PASSWORD };
  expect(await ask('login', login)).toMatchObject({ status: 403, json: { code: 'email_unverified' } });
  expect(await refusalsOf(body.email)).toEqual([JSON.stringify({ reason: [null, 'email_unverified'] })]);
  const { token } = await untilMail(body.email, '/verify-email', 1);
  const confirm = { token, password: PASSWORD };
  expect((await call('POST', '/api/v1/auth/verify-email', { json: confirm })).status).toBe(204);
  expect((await ask('login', login)).status).toBe(200);
});

test('a list of leaked passwords that cannot be reached keeps nobody out', async () => {
  const ask = under({ BREACH_LOOKUP_URL: 'https://list.example.com/range/' });
  expect((await ask('register', person())).status).toBe(201);
});
