import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { mfaPendingSchema, signedInSchema } from '#core/contract/identity';
import { mfaStatusSchema, recoveryCodesSchema, signedInWithCodesSchema, totpProposalSchema } from '#core/contract/mfa';
import { connectControl } from '#core/db/connect';
import { sessions } from '#core/db/schema/control';
import { recoveryCodes, signInChallenges, totpAuthenticators } from '#core/db/schema/sign-in';
import { auditEvents } from '#core/db/schema/tenant';
import { call, problemOf } from '#core/testing/call';
import { addMember, invite } from '#core/testing/members';
import { addAuthenticator, codeOf, firstStep, signInWithCode } from '#core/testing/second-factor';
import { mintApiKey, type Owner, PASSWORD, signInAgain, signUp } from '#core/testing/sign-up';

const db = connectControl(env.DB);
const post = (path: string, json: unknown, token?: string) => call('POST', `/api/v1/auth/${path}`, { json, token });
const verify = (json: unknown) => post('mfa/verify', json);
const login = (owner: Pick<Owner, 'email'>, more = {}) =>
  post('login', { email: owner.email, password: PASSWORD, ...more });
const demand = (owner: Owner, mfa_required: string) =>
  call('PATCH', `/api/v1/organizations/${owner.organizationId}/sign-in-policy`, {
    token: owner.accessToken,
    json: { mfa_required },
  });
const refusals = async (owner: Owner) =>
  (await db.select().from(auditEvents).where(eq(auditEvents.organizationId, owner.organizationId))).filter(
    (event) => event.outcome === 'failure',
  );
const liveSessions = async (owner: Owner) =>
  (await db.select().from(sessions).where(eq(sessions.userId, owner.userId))).filter((row) => row.revokedAt === null);

describe('setting up an authenticator app', () => {
  test('asks for the password, counts from the first code on, and ends the other sessions', async () => {
    const owner = await signUp();
    const other = await signInAgain(owner);
    expect((await post('mfa/totp', {}, owner.accessToken)).status).toBe(422);
    expect((await post('mfa/totp', { current_password: 'no' }, owner.accessToken)).status).toBe(422);
    const { secret, uri } = totpProposalSchema.parse(
      (await post('mfa/totp', { current_password: PASSWORD }, owner.accessToken)).json,
    );
    expect(uri).toContain(`secret=${secret}`);
    // Only proposed: no second factor is required yet.
    signedInSchema.parse((await login(owner)).json);
    const wrong = await post('mfa/totp/confirm', { code: '000000' }, owner.accessToken);
    expect(problemOf(wrong).code).toBe('mfa_code_invalid');
    const confirmed = await post('mfa/totp/confirm', { code: await codeOf(secret) }, owner.accessToken);
    expect(recoveryCodesSchema.parse(confirmed.json).recovery_codes).toHaveLength(10);
    expect((await call('GET', '/api/v1/auth/me', { token: other.accessToken })).status).toBe(401);
    expect((await call('GET', '/api/v1/auth/me', { token: owner.accessToken })).status).toBe(200);
    const again = await post('mfa/totp/confirm', { code: await codeOf(secret, 1) }, owner.accessToken);
    expect(again.status).toBe(409);
  });

  test('stores neither the secret nor the recovery codes as they are', async () => {
    const owner = await signUp();
    const { secret, recoveryCodes: codes } = await addAuthenticator(owner);
    const [row] = await db.select().from(totpAuthenticators).where(eq(totpAuthenticators.userId, owner.userId));
    expect(row?.sealedSecret).not.toContain(secret);
    const stored = await db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, owner.userId));
    expect(stored).toHaveLength(10);
    for (const code of codes) expect(JSON.stringify(stored)).not.toContain(code);
  });

  test('an API key changes no second factor', async () => {
    const owner = await signUp();
    const { secret } = await mintApiKey(owner);
    expect((await post('mfa/totp', { current_password: PASSWORD }, secret)).status).toBe(403);
    expect((await call('GET', '/api/v1/auth/mfa', { token: secret })).status).toBe(403);
  });
});

describe('signing in with a second factor', () => {
  test('no token, no cookie and no session before it; then both', async () => {
    const owner = await signUp();
    const app = await addAuthenticator(owner);
    const before = await liveSessions(owner);
    const answer = await login(owner, { session: 'cookie' });
    const pending = mfaPendingSchema.strict().parse(answer.json);
    expect(pending).toMatchObject({ setup_required: false, methods: ['totp', 'recovery_code'] });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await liveSessions(owner)).toEqual(before);
    const done = await verify({ mfa_token: pending.mfa_token, code: await app.code() });
    const { access_token } = signedInSchema.strict().parse(done.json);
    expect((await call('GET', '/api/v1/auth/me', { token: access_token })).status).toBe(200);
  });

  test('the code may come with the password', async () => {
    const owner = await signUp();
    const app = await addAuthenticator(owner);
    expect(problemOf(await login(owner, { mfa_code: '000000' })).code).toBe('mfa_code_invalid');
    const code = await app.code();
    const answer = await login(owner, { mfa_code: code });
    expect(signedInSchema.parse(answer.json).access_token).toBeDefined();
    const replayed = await login(owner, { mfa_code: code });
    expect(problemOf(replayed).code).toBe('mfa_code_invalid');
  });

  test('a code works once, even when eight use it at once, and the refusals are audited', async () => {
    const owner = await signUp();
    const app = await addAuthenticator(owner);
    const tokens = await Promise.all(Array.from({ length: 4 }, () => firstStep(owner)));
    const code = await app.code();
    const answers = await Promise.all(tokens.map((mfa_token) => verify({ mfa_token, code })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    for (const answer of answers) expect([200, 401, 409]).toContain(answer.status);
    const later = await verify({ mfa_token: await firstStep(owner), code });
    expect(problemOf(later).code).toBe('mfa_code_invalid');
    expect((await refusals(owner)).map((event) => event.action)).toContain('session.refused');
  });

  test('the token of the first step works once, for its person, and not for ever', async () => {
    const [owner, other] = [await signUp(), await signUp()];
    const [app, others] = [await addAuthenticator(owner), await addAuthenticator(other)];
    const mfa_token = await firstStep(owner);
    expect(problemOf(await verify({ mfa_token, code: await others.code() })).code).toBe('mfa_code_invalid');
    expect((await verify({ mfa_token, code: await app.code() })).status).toBe(200);
    expect(problemOf(await verify({ mfa_token, code: await app.code(1) })).code).toBe('unauthenticated');
    const late = await firstStep(other);
    await db.update(signInChallenges).set({ expiresAt: 1 }).where(eq(signInChallenges.userId, other.userId));
    expect(problemOf(await verify({ mfa_token: late, code: await others.code() })).code).toBe('unauthenticated');
    expect(problemOf(await verify({ mfa_token: 'nc_mfa_made_up', code: '123456' })).code).toBe('unauthenticated');
  });

  test('guessing ends after five, also for the right code, over all tokens', async () => {
    const owner = await signUp();
    const app = await addAuthenticator(owner);
    for (let i = 0; i < 5; i++) {
      expect((await verify({ mfa_token: await firstStep(owner), code: `00000${i}` })).status).toBe(401);
    }
    const right = await verify({ mfa_token: await firstStep(owner), code: await app.code() });
    expect(problemOf(right).code).toBe('rate_limited');
    expect(await refusals(owner)).toHaveLength(5);
  });

  test('a recovery code works once, however it is typed', async () => {
    const owner = await signUp();
    const { recoveryCodes: codes } = await addAuthenticator(owner);
    const [first = '', second = ''] = codes;
    const use = async (recovery_code: string) => verify({ mfa_token: await firstStep(owner), recovery_code });
    expect((await use(first)).status).toBe(200);
    expect(problemOf(await use(first)).code).toBe('mfa_code_invalid');
    expect((await use(second.toUpperCase().replaceAll('-', ' '))).status).toBe(200);
    const status = await call('GET', '/api/v1/auth/mfa', { token: owner.accessToken });
    expect(mfaStatusSchema.parse(status.json)).toMatchObject({ totp: true, recovery_codes_left: 8 });
    const stranger = await signUp();
    await addAuthenticator(stranger);
    const foreign = await verify({ mfa_token: await firstStep(stranger), recovery_code: codes[3] });
    expect(foreign.status).toBe(401);
  });

  test('new recovery codes end the earlier ones', async () => {
    const owner = await signUp();
    const app = await addAuthenticator(owner);
    const renewed = await post('mfa/recovery-codes', { code: await app.code() }, owner.accessToken);
    const { recovery_codes: codes } = recoveryCodesSchema.parse(renewed.json);
    const use = async (recovery_code = '') => verify({ mfa_token: await firstStep(owner), recovery_code });
    expect((await use(app.recoveryCodes[0])).status).toBe(401);
    expect((await use(codes[9])).status).toBe(200);
    expect(new Set(codes).size).toBe(10);
  });

  test('a reset password is no way round', async () => {
    const owner = await signUp();
    await addAuthenticator(owner);
    await db.update(sessions).set({ revokedAt: 1 }).where(eq(sessions.userId, owner.userId));
    mfaPendingSchema.parse((await login(owner)).json);
  });
});

test('removing the app asks for a proof, uses a code up, and takes the recovery codes along', async () => {
  const owner = await signUp();
  const app = await addAuthenticator(owner);
  expect((await post('mfa/totp/remove', {}, owner.accessToken)).status).toBe(422);
  expect((await post('mfa/totp/remove', { code: '000000' }, owner.accessToken)).status).toBe(401);
  expect((await post('mfa/totp/remove', { code: await app.code() }, owner.accessToken)).status).toBe(204);
  expect(await db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, owner.userId))).toHaveLength(0);
  signedInSchema.parse((await login(owner)).json);
});

describe('an organization that demands a second factor', () => {
  test('lets nobody in without one: the set-up comes before any token', async () => {
    const owner = await signUp();
    const member = await addMember(owner, 'viewer');
    expect((await demand(owner, 'everyone')).status).toBe(200);
    const pending = mfaPendingSchema.parse((await login(member)).json);
    expect(pending).toMatchObject({ setup_required: true, methods: [] });
    expect((await call('GET', '/api/v1/auth/me', { token: pending.mfa_token })).status).toBe(401);
    expect((await verify({ mfa_token: pending.mfa_token, code: '000000' })).status).toBe(401);
    const { secret } = totpProposalSchema.parse((await post('mfa/setup', { mfa_token: pending.mfa_token })).json);
    const wrong = await post('mfa/setup/confirm', { mfa_token: pending.mfa_token, code: '000000' });
    expect(problemOf(wrong).code).toBe('mfa_code_invalid');
    const code = await codeOf(secret);
    const done = await post('mfa/setup/confirm', { mfa_token: pending.mfa_token, code });
    expect(signedInWithCodesSchema.strict().parse(done.json).recovery_codes).toHaveLength(10);
    expect((await post('mfa/setup', { mfa_token: pending.mfa_token })).status).toBe(401);
    await signInWithCode(member, await codeOf(secret, 1));
  });

  test('may ask administrators only', async () => {
    const owner = await signUp();
    const viewer = await addMember(owner, 'viewer');
    await demand(owner, 'administrators');
    signedInSchema.parse((await login(viewer)).json);
    expect(mfaPendingSchema.parse((await login(owner)).json).setup_required).toBe(true);
  });

  test('is entered neither by refresh, nor by switching, nor by an invitation, without one', async () => {
    const owner = await signUp();
    const viewer = await addMember(owner, 'viewer');
    const elsewhere = await signUp('Elsewhere');
    const { token } = await invite(owner, 'viewer', elsewhere.email);
    await post('invitation/accept', { token }, elsewhere.accessToken);
    const open = await invite(owner, 'viewer');
    await demand(owner, 'everyone');
    expect((await post('refresh', { refresh_token: viewer.refreshToken })).status).toBe(401);
    const switching = () =>
      post('switch-organization', { organization_id: owner.organizationId }, elsewhere.accessToken);
    expect(problemOf(await switching()).code).toBe('mfa_required');
    const joined = await post('invitation/register', {
      token: open.token,
      password: PASSWORD,
      first_name: 'A',
      last_name: 'B',
    });
    expect(mfaPendingSchema.parse(joined.json).setup_required).toBe(true);
    await addAuthenticator(elsewhere);
    expect((await switching()).status).toBe(200);
    const removed = await post('mfa/totp/remove', { current_password: PASSWORD }, elsewhere.accessToken);
    expect(removed.status).toBe(403);
  });

  test('is one by the decision of whoever may change it, and the audit log tells from what to what', async () => {
    const [owner, stranger] = [await signUp(), await signUp()];
    const viewer = await addMember(owner, 'viewer');
    expect((await demand(viewer, 'off')).status).toBe(403);
    const foreign = await call('PATCH', `/api/v1/organizations/${owner.organizationId}/sign-in-policy`, {
      token: stranger.accessToken,
      json: { mfa_required: 'off' },
    });
    expect(foreign.status).toBe(404);
    await demand(owner, 'everyone');
    const events = await db.select().from(auditEvents).where(eq(auditEvents.organizationId, owner.organizationId));
    const told = events.find((event) => event.action === 'organization.sign_in_policy_changed');
    expect(told?.changes).toContain('["off","everyone"]');
  });
});
