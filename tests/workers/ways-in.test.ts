import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { providerStartSchema } from '#core/contract/providers';
import { connectControl } from '#core/db/connect';
import { sessions, users } from '#core/db/schema/control';
import { signInChallenges } from '#core/db/schema/sign-in';
import { linkIdentity, listLinkedIdentities } from '#core/store/linked-identities';
import { call, problemOf } from '#core/testing/call';
import { untilMail } from '#core/testing/mail';
import { addAuthenticator, codeOf, firstStep } from '#core/testing/second-factor';
import { type Owner, PASSWORD, signUp } from '#core/testing/sign-up';
import { createApp } from '../../worker/app.ts';

/** Changing sign-in methods requires a new proof of identity, and invalidates open links and sign-ins. */

const db = connectControl(env.DB);
const NEW_PASSWORD = 'another horse battery';
const post = (path: string, json: unknown, token?: string) => call('POST', `/api/v1/auth/${path}`, { json, token });

async function linked(owner: Owner): Promise<string> {
  const link = { userId: owner.userId, providerId: 'github', issuer: 'https://github.com', email: null };
  await linkIdentity(db, { ...link, subject: owner.userId }, Date.now(), null);
  return (await listLinkedIdentities(db, owner.userId))[0]?.id ?? '';
}

/** Changes of sign-in methods, each as a call that lacks only the proof. */
const CHANGES: Readonly<Record<string, (owner: Owner) => Promise<(proof: object) => ReturnType<typeof call>>>> = {
  'linking a provider': async (owner) => (proof) =>
    post('identities/github/begin', { return_to: '/', ...proof }, owner.accessToken),
  'unlinking a provider': async (owner) => {
    const id = await linked(owner);
    return (proof) => post(`identities/${id}/remove`, proof, owner.accessToken);
  },
  'adding an authenticator app': async (owner) => (proof) => post('mfa/totp', proof, owner.accessToken),
  'adding a passkey': async (owner) => (proof) => post('passkey-options', proof, owner.accessToken),
};

describe.each(Object.entries(CHANGES))('%s', (_name, prepare) => {
  test('needs the password once more', async () => {
    const change = await prepare(await signUp());
    for (const proof of [{}, { current_password: 'a guess' }]) {
      const refused = await change(proof);
      expect([refused.status, problemOf(refused).errors?.[0]?.path]).toEqual([422, 'json.current_password']);
    }
    expect((await change({ code: '000000' })).status).toBe(401);
    expect((await change({ current_password: PASSWORD })).status).toBeLessThan(300);
  });

  test('needs a recent sign-in of somebody who has neither a password nor a second factor', async () => {
    const owner = await signUp();
    await db.update(users).set({ passwordHash: null }).where(eq(users.id, owner.userId));
    const other = { userId: owner.userId, providerId: 'other', issuer: 'https://other.test', email: null };
    await linkIdentity(db, { ...other, subject: owner.userId }, Date.now(), null);
    const change = await prepare(owner);
    const early = Date.now() - 901_000;
    await db.update(sessions).set({ createdAt: early }).where(eq(sessions.userId, owner.userId));
    expect(problemOf(await change({})).code).toBe('reauthentication_required');
    await db.update(sessions).set({ createdAt: Date.now() }).where(eq(sessions.userId, owner.userId));
    expect((await change({})).status).toBeLessThan(300);
  });
});

test('a code proves one change, even when several ask at once', async () => {
  const owner = await signUp();
  const app = await addAuthenticator(owner);
  const code = await app.code();
  const begin = () => post('identities/github/begin', { return_to: '/', code }, owner.accessToken);
  const answers = await Promise.all(Array.from({ length: 4 }, begin));
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
});

test('what a session began to link ends with it', async () => {
  const owner = await signUp();
  const begun = await post(
    'identities/github/begin',
    { return_to: '/', current_password: PASSWORD },
    owner.accessToken,
  );
  const state = new URL(providerStartSchema.parse(begun.json).authorization_url).searchParams.get('state');
  const changed = { current_password: PASSWORD, new_password: NEW_PASSWORD };
  expect((await post('change-password', changed, owner.accessToken)).status).toBe(204);
  expect(await db.$count(signInChallenges, eq(signInChallenges.userId, owner.userId))).toBe(0);
  const back = await call('GET', `/api/v1/auth/providers/github/callback?code=any&state=${state}`);
  expect(back.headers.get('location')).toContain('error=provider_refused');
});

describe('a new password closes what was open before', () => {
  const change = (owner: Owner) =>
    post('change-password', { current_password: PASSWORD, new_password: NEW_PASSWORD }, owner.accessToken);

  test('a reset link', async () => {
    const owner = await signUp();
    await post('forgot-password', { email: owner.email });
    const { token } = await untilMail(owner.email, '/reset-password');
    expect((await change(owner)).status).toBe(204);
    const reset = await post('reset-password', { token, password: 'a third horse battery' });
    expect(problemOf(reset).code).toBe('link_invalid');
    expect((await post('login', { email: owner.email, password: NEW_PASSWORD })).status).toBe(200);
  });

  test('a sign-in that waits for its second factor', async () => {
    const owner = await signUp();
    const app = await addAuthenticator(owner);
    const mfa_token = await firstStep(owner);
    expect((await change(owner)).status).toBe(204);
    expect((await post('mfa/verify', { mfa_token, code: await codeOf(app.secret) })).status).toBe(401);
  });

  test.each(['to a session', 'to its second step'])('a sign-in with the old one that is under way (%s)', async (to) => {
    const owner = await signUp();
    if (to !== 'to a session') await addAuthenticator(owner);
    const before = await db.$count(sessions, eq(sessions.userId, owner.userId));
    let batches = 0;
    const batch = async (statements: D1PreparedStatement[]) => {
      batches += 1;
      // The first batch finds the person; the second one opens the session for the verified password.
      if (batches === 2) await db.update(users).set({ passwordHash: 'new' }).where(eq(users.id, owner.userId));
      return env.DB.batch(statements);
    };
    const DB = new Proxy(env.DB, { get: (from, name) => (name === 'batch' ? batch : Reflect.get(from, name)) });
    const execution = createExecutionContext();
    const request = new Request('https://api.test/api/v1/auth/login', {
      method: 'POST',
      body: JSON.stringify({ email: owner.email, password: PASSWORD }),
      headers: { 'content-type': 'application/json' },
    });
    const answer = await createApp({ ...env, DB })(request, execution);
    await answer.arrayBuffer();
    await waitOnExecutionContext(execution);
    expect(answer.status).toBe(409);
    expect(await db.$count(sessions, eq(sessions.userId, owner.userId))).toBe(before);
    expect(await db.$count(signInChallenges, eq(signInChallenges.userId, owner.userId))).toBe(0);
  });

  test('the link that confirms the address, once a reset proved it', async () => {
    const owner = await signUp();
    const confirmation = await untilMail(owner.email, '/verify-email');
    await post('forgot-password', { email: owner.email });
    const { token } = await untilMail(owner.email, '/reset-password');
    expect((await post('reset-password', { token, password: NEW_PASSWORD })).status).toBe(204);
    const confirmed = await post('verify-email', { token: confirmation.token, password: NEW_PASSWORD });
    expect(problemOf(confirmed).code).toBe('link_invalid');
  });
});

test('an account is linked only while the session that began linking lives', async () => {
  const owner = await signUp();
  const [session] = await db.select().from(sessions).where(eq(sessions.userId, owner.userId));
  if (!session) throw new Error('no session');
  const credential = { kind: 'session', id: session.id, userId: owner.userId } as const;
  const link = (subject: string) =>
    linkIdentity(
      db,
      { userId: owner.userId, providerId: 'github', issuer: 'https://github.com', email: null, subject },
      Date.now(),
      null,
      credential,
    );
  expect(await link(`${owner.userId} first`)).toBe(true);
  await db.update(sessions).set({ revokedAt: 1 }).where(eq(sessions.userId, owner.userId));
  expect(await link(`${owner.userId} second`)).toBe(false);
  expect(await listLinkedIdentities(db, owner.userId)).toHaveLength(1);
});
