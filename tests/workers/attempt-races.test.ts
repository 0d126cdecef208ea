import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { mfaPendingSchema } from '#core/contract/identity';
import { totpProposalSchema } from '#core/contract/mfa';
import { connectControl } from '#core/db/connect';
import { sessions } from '#core/db/schema/control';
import { type Answer, call, problemOf } from '#core/testing/call';
import { mailsTo, untilMail } from '#core/testing/mail';
import { addMember, invite } from '#core/testing/members';
import { PATIENCE_MS } from '#core/testing/patience';
import { addAuthenticator, codeOf, firstStep } from '#core/testing/second-factor';
import { newEmail, type Owner, PASSWORD, registration, signUp } from '#core/testing/sign-up';
import { createApp } from '../../worker/app.ts';

/** Concurrent guesses: an attempt is counted before it is evaluated, so none evades a limit. */

const GUESSES = 200;
/** For attempts that cost more: still well above every limit here. */
const FEWER = 40;
/** The defaults of SIGN_IN_ATTEMPTS, MFA_ATTEMPTS and MAILS_PER_RECIPIENT. */
const PASSWORDS = 10;
const CODES = 5;
const MAILS = 10;

const db = connectControl(env.DB);
const post = (path: string, json: unknown, token?: string) => call('POST', `/api/v1/auth/${path}`, { json, token });
const atOnce = <T>(guess: (index: number) => Promise<T>, count = GUESSES) =>
  Promise.all(Array.from({ length: count }, (_each, index) => guess(index)));
const sessionsOf = (owner: Pick<Owner, 'userId'>) => db.$count(sessions, eq(sessions.userId, owner.userId));
/** Number of responses by code. */
const tally = (answers: readonly Answer[]) => {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const code = answer.status < 400 ? String(answer.status) : problemOf(answer).code;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
};
const wrongCode = (index: number) => String(index).padStart(6, '0');

describe('two hundred guesses at once', () => {
  test('of a password: ten are evaluated, and the right one behind them opens nothing', async () => {
    const owner = await signUp();
    const before = await sessionsOf(owner);
    const answers = await atOnce((i) => post('login', { email: owner.email, password: `guess ${i}` }));
    expect(tally(answers)).toEqual({ invalid_credentials: PASSWORDS, rate_limited: GUESSES - PASSWORDS });
    const right = await post('login', { email: owner.email, password: PASSWORD });
    expect(problemOf(right).code).toBe('rate_limited');
    expect(await sessionsOf(owner)).toBe(before);
  });

  test('of an address without an account: as many', async () => {
    const email = newEmail();
    const answers = await atOnce((i) => post('login', { email, password: `guess ${i}` }));
    expect(tally(answers)).toEqual({ invalid_credentials: PASSWORDS, rate_limited: GUESSES - PASSWORDS });
  });

  test('of a second factor: five are evaluated, and the right one behind them opens nothing', async () => {
    const owner = await signUp();
    const app = await addAuthenticator(owner);
    const mfa_token = await firstStep(owner);
    const before = await sessionsOf(owner);
    const answers = await atOnce((i) => post('mfa/verify', { mfa_token, code: wrongCode(i) }));
    expect(tally(answers)).toEqual({ mfa_code_invalid: CODES, rate_limited: GUESSES - CODES });
    const right = await post('mfa/verify', { mfa_token, code: await app.code() });
    expect(problemOf(right).code).toBe('rate_limited');
    expect(await sessionsOf(owner)).toBe(before);
  });

  test('of a code that comes with the password: five', async () => {
    const owner = await signUp();
    await addAuthenticator(owner);
    const body = { email: owner.email, password: PASSWORD };
    const answers = await atOnce((i) => post('login', { ...body, mfa_code: wrongCode(i) }));
    const { mfa_code_invalid: evaluated, rate_limited: refused } = tally(answers);
    expect(evaluated).toBeLessThanOrEqual(CODES);
    expect(refused).toBe(GUESSES - (evaluated ?? 0));
  });

  test('of a recovery code: five, and a right one behind them opens nothing', async () => {
    const owner = await signUp();
    const { recoveryCodes } = await addAuthenticator(owner);
    const mfa_token = await firstStep(owner);
    const answers = await atOnce((i) => post('mfa/verify', { mfa_token, recovery_code: `guess-${i}` }));
    expect(tally(answers)).toEqual({ mfa_code_invalid: CODES, rate_limited: GUESSES - CODES });
    const right = await post('mfa/verify', { mfa_token, recovery_code: recoveryCodes[0] });
    expect(problemOf(right).code).toBe('rate_limited');
  });

  test('of the first code of a new authenticator app: five, in a session and at sign-in', async () => {
    const owner = await signUp();
    const { secret } = totpProposalSchema.parse(
      (await post('mfa/totp', { current_password: PASSWORD }, owner.accessToken)).json,
    );
    const answers = await atOnce((i) => post('mfa/totp/confirm', { code: wrongCode(i) }, owner.accessToken), FEWER);
    expect(tally(answers)).toEqual({ mfa_code_invalid: CODES, rate_limited: FEWER - CODES });
    const right = await post('mfa/totp/confirm', { code: await codeOf(secret) }, owner.accessToken);
    expect(problemOf(right).code).toBe('rate_limited');

    const [boss, member] = await demandingOrganization();
    expect(boss.organizationId).toBe(member.organizationId);
    const login = await post('login', { email: member.email, password: PASSWORD });
    const { mfa_token } = mfaPendingSchema.parse(login.json);
    await post('mfa/setup', { mfa_token });
    const setUps = await atOnce((i) => post('mfa/setup/confirm', { mfa_token, code: wrongCode(i) }), FEWER);
    expect(tally(setUps)).toEqual({ mfa_code_invalid: CODES, rate_limited: FEWER - CODES });
  });

  test('of the password of a signed-in person: ten, wherever it is asked for', async () => {
    const owner = await signUp();
    const reconfirmed = await atOnce((i) => post('mfa/totp', { current_password: `guess ${i}` }, owner.accessToken));
    expect(tally(reconfirmed)).toEqual({ validation_failed: PASSWORDS, rate_limited: GUESSES - PASSWORDS });
    const right = await post('mfa/totp', { current_password: PASSWORD }, owner.accessToken);
    expect(problemOf(right).code).toBe('rate_limited');

    const other = await signUp();
    const body = { new_password: 'another horse battery' };
    const changed = await atOnce((i) =>
      post('change-password', { ...body, current_password: `guess ${i}` }, other.accessToken),
    );
    expect(tally(changed)).toEqual({ validation_failed: PASSWORDS, rate_limited: GUESSES - PASSWORDS });
    const known = await post('change-password', { ...body, current_password: PASSWORD }, other.accessToken);
    expect(problemOf(known).code).toBe('rate_limited');
  });

  test('of a mailed link: one reset and one acceptance take effect', async () => {
    const owner = await signUp();
    await post('forgot-password', { email: owner.email });
    const { token } = await untilMail(owner.email, '/reset-password');
    const resets = await atOnce((i) => post('reset-password', { token, password: `another horse ${i}` }), 20);
    expect(tally(resets)).toEqual({ '204': 1, link_invalid: 19 });

    const invited = await invite(await signUp());
    const body = { token: invited.token, password: PASSWORD, first_name: 'A', last_name: 'B' };
    const joined = tally(await atOnce(() => post('invitation/register', body), 20));
    expect(joined['201']).toBe(1);
  });

  test('of mails to one address: ten are sent', async () => {
    const owner = await signUp();
    await atOnce(() => post('forgot-password', { email: owner.email }));
    const sent = async () =>
      (await mailsTo(owner.email)).filter((mail) => mail.subject === 'Reset your password').length;
    await expect.poll(sent, { timeout: PATIENCE_MS }).toBe(MAILS);
  });
});

describe('many attempts of one network at once', () => {
  const LIMIT = 7;
  const from = (variables: Readonly<Record<string, string>>) => {
    // Refusals are written at once, because batching would only delay the test.
    const settings = { SECURITY_EVENT_PAUSE_SECONDS: '0', ...variables };
    const app = createApp({ ...env, ...settings });
    return async (path: string, json: unknown) => {
      const execution = createExecutionContext();
      const headers = { 'content-type': 'application/json', 'cf-connecting-ip': '203.0.113.77' };
      const request = new Request(`https://api.test/api/v1/auth/${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(json),
      });
      const response = await app(request, execution);
      await response.arrayBuffer();
      await waitOnExecutionContext(execution);
      return response.status;
    };
  };
  const allowed = (statuses: readonly number[]) => statuses.filter((status) => status !== 429).length;

  test('passkey sign-ins are begun up to the limit', async () => {
    const ask = from({ CHALLENGES_PER_ADDRESS: String(LIMIT) });
    expect(allowed(await atOnce(() => ask('passkey-sign-in/options', {}), FEWER))).toBe(LIMIT);
  });

  test('accounts are registered up to the limit', async () => {
    const ask = from({ REGISTRATIONS_PER_ADDRESS: String(LIMIT) });
    const email = (await signUp()).email;
    expect(allowed(await atOnce(() => ask('register', registration(email)), FEWER))).toBe(LIMIT);
  });

  test('passwords of many addresses are guessed up to the limit', async () => {
    const ask = from({ SIGN_IN_ATTEMPTS_PER_ADDRESS: String(LIMIT) });
    expect(allowed(await atOnce(() => ask('login', { email: newEmail(), password: 'guess' }), FEWER))).toBe(LIMIT);
  });

  test('made-up links are tried up to the limit, whatever they are for', async () => {
    const paths = ['reset-password', 'verify-email', 'invitation', 'invitation/register'];
    const ask = from({ LINK_ATTEMPTS_PER_ADDRESS: String(LIMIT) });
    const body = { password: PASSWORD, first_name: 'A', last_name: 'B' };
    const statuses = await atOnce((i) => ask(paths[i % paths.length] ?? '', { ...body, token: `nc_link_${i}` }), FEWER);
    expect(allowed(statuses)).toBe(LIMIT);
  });
});

test('attempts that succeed use nothing up, from one network and for one person', async () => {
  const owner = await signUp();
  const limits = { SIGN_IN_ATTEMPTS_PER_ADDRESS: '2', SIGN_IN_ATTEMPTS: '2' };
  const app = createApp({ ...env, ...limits });
  const login = async (password: string) => {
    const execution = createExecutionContext();
    const headers = { 'content-type': 'application/json', 'cf-connecting-ip': '203.0.113.78' };
    const body = JSON.stringify({ email: owner.email, password });
    const request = new Request('https://api.test/api/v1/auth/login', { method: 'POST', headers, body });
    const response = await app(request, execution);
    await response.arrayBuffer();
    await waitOnExecutionContext(execution);
    return response.status;
  };
  for (let i = 0; i < 4; i++) expect(await login(PASSWORD)).toBe(200);
  expect(await login('wrong')).toBe(401);
  expect(await login(PASSWORD)).toBe(200);
  await addAuthenticator(owner);
  for (let i = 0; i < 4; i++) expect([i, await login(PASSWORD)]).toEqual([i, 200]);
});

async function demandingOrganization(): Promise<readonly [Owner, Owner]> {
  const owner = await signUp();
  const member = await addMember(owner, 'viewer');
  await call('PATCH', `/api/v1/organizations/${owner.organizationId}/sign-in-policy`, {
    token: owner.accessToken,
    json: { mfa_required: 'everyone' },
  });
  return [owner, member];
}
