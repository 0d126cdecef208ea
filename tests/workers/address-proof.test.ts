import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { connectControl } from '#core/db/connect';
import { apiKeys, users } from '#core/db/schema/control';
import { linkedIdentities, passkeys, recoveryCodes, totpAuthenticators } from '#core/db/schema/sign-in';
import { newId } from '#core/platform/ids';
import { idEquals } from '#core/store/id-equals';
import { call, problemOf } from '#core/testing/call';
import { mailsTo, untilMail } from '#core/testing/mail';
import { invite } from '#core/testing/members';
import { PATIENCE_MS } from '#core/testing/patience';
import { addAuthenticator, firstStep } from '#core/testing/second-factor';
import { mintApiKey, type Owner, PASSWORD, signInAgain, signUp } from '#core/testing/sign-up';
import { appointFirstAdministrators } from '../../worker/services/administration/appoint.ts';

/**
 * A stranger registers somebody else's address. The first person to prove ownership gets sole access to the account.
 */

const db = connectControl(env.DB);
const NEW_PASSWORD = 'another horse battery';
const post = (path: string, json: unknown, token?: string) => call('POST', `/api/v1/auth/${path}`, { json, token });
const isIn = async (token: string) => (await call('GET', '/api/v1/auth/me', { token })).status === 200;
const isConfirmed = async (who: Owner) =>
  (await db.select().from(users).where(eq(users.id, who.userId)))[0]?.emailVerifiedAt !== null;
const confirmation = async (who: Owner) => (await untilMail(who.email, '/verify-email')).token;

/** A squatter with every kind of access to an account: a second session, an app, a passkey, a link and a key. */
async function squat() {
  const squatter = await signUp();
  const { userId } = squatter;
  const key = await mintApiKey(squatter);
  await addAuthenticator(squatter);
  const at = Date.now();
  await db.insert(passkeys).values({
    id: newId('passkey', at),
    userId,
    credentialId: userId,
    publicKey: '',
    counter: 0,
    transports: '[]',
    name: 'Squatter',
    createdAt: at,
  });
  const link = { issuer: 'https://issuer.test', subject: userId, providerId: 'first', email: null };
  await db.insert(linkedIdentities).values({ id: newId('linkedIdentity', at), userId, ...link, createdAt: at });
  return { squatter, key, mfaToken: await firstStep(squatter) };
}

async function whatIsLeft({ squatter, key }: Awaited<ReturnType<typeof squat>>) {
  const { userId } = squatter;
  const rows = await Promise.all(
    [totpAuthenticators, recoveryCodes, passkeys, linkedIdentities].map((table) =>
      db.$count(table, eq(table.userId, userId)),
    ),
  );
  const [stored] = await db.select().from(apiKeys).where(idEquals(apiKeys.id, key.id));
  return {
    session: await isIn(squatter.accessToken),
    refresh: (await post('refresh', { refresh_token: squatter.refreshToken })).status,
    key: (await isIn(key.secret)) || stored?.revokedAt === null,
    factorsAndLinks: rows.reduce((sum, each) => sum + each, 0),
  };
}

/** The line of the email that lists what the first proof removed. */
async function toldAsRemoved({ email }: Owner): Promise<string | undefined> {
  const mails = await mailsTo(email);
  const mail = mails.find(({ subject }) => subject === 'Earlier access to your account was removed');
  return mail?.text.match(/^Removed: .*$/m)?.[0];
}

const EVERYTHING = 'Removed: 1 authenticator app, 1 passkey, 1 linked account, 1 API key.';
const NOTHING = { session: false, refresh: 401, key: false, factorsAndLinks: 0 };

describe('the first proof of ownership leaves nothing of whoever was there before', () => {
  test('by a reset link', async () => {
    const squatted = await squat();
    const { squatter, mfaToken } = squatted;
    await post('forgot-password', { email: squatter.email });
    const { token } = await untilMail(squatter.email, '/reset-password');
    expect((await post('reset-password', { token, password: NEW_PASSWORD })).status).toBe(204);
    expect(await whatIsLeft(squatted)).toEqual(NOTHING);
    await expect.poll(() => toldAsRemoved(squatter), { timeout: PATIENCE_MS }).toBe(EVERYTHING);
    expect(problemOf(await post('mfa/verify', { mfa_token: mfaToken, code: '000000' })).code).toBe('unauthenticated');
    // The owner signs in with the password alone, because the second factor was the squatter's.
    const login = await post('login', { email: squatter.email, password: NEW_PASSWORD });
    expect(Object(login.json)).toHaveProperty('access_token');
  });

  test('by a confirmation with the password, in no session or in one that did not register', async () => {
    const squatted = await squat();
    const { squatter } = squatted;
    const token = await confirmation(squatter);
    expect((await post('verify-email', { token, password: PASSWORD })).status).toBe(204);
    expect(await whatIsLeft(squatted)).toEqual(NOTHING);
    await expect.poll(() => toldAsRemoved(squatter), { timeout: PATIENCE_MS }).toBe(EVERYTHING);

    const first = await signUp();
    const key = await mintApiKey(first);
    const second = await signInAgain(first);
    expect((await post('verify-email', { token: await confirmation(first) }, second.accessToken)).status).toBe(204);
    expect([await isIn(first.accessToken), await isIn(second.accessToken), await isIn(key.secret)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('by an invitation', async () => {
    const squatter = await signUp();
    const key = await mintApiKey(squatter);
    const session = await signInAgain(squatter);
    const { token } = await invite(await signUp(), 'viewer', squatter.email);
    expect((await post('invitation/accept', { token }, session.accessToken)).status).toBe(200);
    expect(await isConfirmed(squatter)).toBe(true);
    await expect.poll(() => toldAsRemoved(squatter), { timeout: PATIENCE_MS }).toBe('Removed: 1 API key.');
    expect([await isIn(squatter.accessToken), await isIn(session.accessToken), await isIn(key.secret)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('a later proof takes nothing away', async () => {
    const owner = await signUp();
    expect((await post('verify-email', { token: await confirmation(owner) }, owner.accessToken)).status).toBe(204);
    const key = await mintApiKey(owner);
    await addAuthenticator(owner);
    await post('forgot-password', { email: owner.email });
    const { token } = await untilMail(owner.email, '/reset-password');
    expect((await post('reset-password', { token, password: NEW_PASSWORD })).status).toBe(204);
    expect([await isIn(owner.accessToken), await isIn(key.secret)]).toEqual([false, true]);
    expect(await db.$count(totpAuthenticators, eq(totpAuthenticators.userId, owner.userId))).toBe(1);
    // The notice of the new password is sent after the same response, so nothing else is on its way.
    const subjects = async () => (await mailsTo(owner.email)).map(({ subject }) => subject);
    await expect.poll(subjects, { timeout: PATIENCE_MS }).toContain('Your password was changed');
    expect(await toldAsRemoved(owner)).toBeUndefined();
  });
});

describe('a confirmation counts only from whoever registered', () => {
  test('a click alone confirms nothing, and leaves the link usable', async () => {
    const [squatter, stranger] = [await signUp(), await signUp()];
    const token = await confirmation(squatter);
    const { secret } = await mintApiKey(squatter);
    for (const credential of [undefined, stranger.accessToken, secret]) {
      const clicked = await post('verify-email', { token }, credential);
      expect([clicked.status, problemOf(clicked).code]).toEqual([403, 'reauthentication_required']);
    }
    const wrong = await post('verify-email', { token, password: 'a guess' });
    expect([wrong.status, problemOf(wrong).errors?.[0]?.path]).toEqual([422, 'json.password']);
    expect(await isConfirmed(squatter)).toBe(false);
    expect((await post('verify-email', { token, password: PASSWORD })).status).toBe(204);
    expect(await isConfirmed(squatter)).toBe(true);
  });

  test('guesses of the password count as failed sign-ins', async () => {
    const squatter = await signUp();
    const token = await confirmation(squatter);
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_each, i) => post('verify-email', { token, password: `guess ${i}` })),
    );
    expect(answers.filter((answer) => answer.status === 422)).toHaveLength(10);
    expect((await post('verify-email', { token, password: PASSWORD })).status).toBe(429);
  });

  test('the session that registered stays signed in and keeps its keys and factors; others end', async () => {
    const owner = await signUp();
    const key = await mintApiKey(owner);
    const other = await signInAgain(owner);
    expect((await post('verify-email', { token: await confirmation(owner) }, owner.accessToken)).status).toBe(204);
    expect([await isIn(owner.accessToken), await isIn(other.accessToken), await isIn(key.secret)]).toEqual([
      true,
      false,
      true,
    ]);
    const careful = await signUp();
    await addAuthenticator(careful);
    expect((await post('verify-email', { token: await confirmation(careful) }, careful.accessToken)).status).toBe(204);
    expect(await db.$count(totpAuthenticators, eq(totpAuthenticators.userId, careful.userId))).toBe(1);
  });
});

describe('an address that the deployment names as its administrator', () => {
  const appoint = (email: string) =>
    appointFirstAdministrators({ control: db, firstAdministrators: [email], now: () => Date.now() });
  const administrate = (token: string) => call('GET', '/api/v1/admin/users', { token });

  test('gives no power to sessions from before, and all of it to a fresh sign-in', async () => {
    const owner = await signUp();
    const older = await signInAgain(owner);
    await appoint(owner.email);
    expect((await administrate(owner.accessToken)).status).toBe(403);
    expect((await post('verify-email', { token: await confirmation(owner) }, owner.accessToken)).status).toBe(204);
    await appoint(owner.email);
    expect(problemOf(await administrate(owner.accessToken)).code).toBe('reauthentication_required');
    expect((await administrate(older.accessToken)).status).toBe(401);
    expect((await administrate((await signInAgain(owner)).accessToken)).status).toBe(200);
  });

  test('is no prize for registering it: the owner takes the account over before it counts', async () => {
    const squatter = await signUp();
    const token = await confirmation(squatter);
    await post('verify-email', { token });
    await appoint(squatter.email);
    expect((await administrate((await signInAgain(squatter)).accessToken)).status).toBe(403);
    await post('forgot-password', { email: squatter.email });
    const reset = await untilMail(squatter.email, '/reset-password');
    await post('reset-password', { token: reset.token, password: NEW_PASSWORD });
    await appoint(squatter.email);
    expect((await post('login', { email: squatter.email, password: PASSWORD })).status).toBe(401);
    expect((await administrate(squatter.accessToken)).status).toBe(401);
  });
});
