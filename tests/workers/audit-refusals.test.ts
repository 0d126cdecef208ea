import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { mfaPendingSchema } from '#core/contract/identity';
import { totpProposalSchema } from '#core/contract/mfa';
import { providerStartSchema } from '#core/contract/providers';
import { connectTenant } from '#core/db/connect';
import { auditEvents } from '#core/db/schema/tenant';
import { idEquals } from '#core/store/id-equals';
import { call, problemOf } from '#core/testing/call';
import { addMember, invite } from '#core/testing/members';
import { PATIENCE_MS } from '#core/testing/patience';
import { type Owner, PASSWORD, signUp } from '#core/testing/sign-up';

/** Refusing a known caller writes an event; repeating the same refusal writes no second one. */

const db = connectTenant({ DB: env.DB }, 'DB');
const WRONG_CODE = '000000';
const reasonSchema = z.object({ reason: z.tuple([z.null(), z.string()]) });

const post = (path: string, json: unknown, token?: string) => call('POST', `/api/v1/auth/${path}`, { json, token });

/** Refusals of this person in this organization, such as `session.refused passkey`. Written after the response. */
async function refusals(organizationId: string, person: Pick<Owner, 'userId'>): Promise<readonly string[]> {
  const mine = and(idEquals(auditEvents.organizationId, organizationId), eq(auditEvents.actorId, person.userId));
  const events = (await db.select().from(auditEvents).where(mine)).filter(({ outcome }) => outcome === 'failure');
  return events.map(({ action, changes }) => `${action} ${reasonSchema.parse(JSON.parse(changes ?? '{}')).reason[1]}`);
}

async function expectToldOnce(organizationId: string, person: Pick<Owner, 'userId'>, refusal: string): Promise<void> {
  await expect.poll(() => refusals(organizationId, person), { timeout: PATIENCE_MS }).toContain(refusal);
  expect((await refusals(organizationId, person)).filter((each) => each === refusal)).toHaveLength(1);
}

const demandSecondFactor = (owner: Owner) =>
  call('PATCH', `/api/v1/organizations/${owner.organizationId}/sign-in-policy`, {
    token: owner.accessToken,
    json: { mfa_required: 'everyone' },
  });

test('a wrong password where one has to be given again is told, whatever it was wanted for', async () => {
  for (const [path, body] of [
    ['mfa/totp', { current_password: 'wrong' }],
    ['change-password', { current_password: 'wrong', new_password: 'a brand new password, long enough' }],
  ] as const) {
    const owner = await signUp();
    for (let i = 0; i < 2; i++) expect((await post(path, body, owner.accessToken)).status).toBe(422);
    await expectToldOnce(owner.organizationId, owner, 'reconfirmation.refused password');
  }
});

test('a wrong first code of an authenticator is told', async () => {
  const owner = await signUp();
  await post('mfa/totp', { current_password: PASSWORD }, owner.accessToken);
  for (let i = 0; i < 2; i++) {
    const answer = await post('mfa/totp/confirm', { code: WRONG_CODE }, owner.accessToken);
    expect(problemOf(answer).code).toBe('mfa_code_invalid');
  }
  await expectToldOnce(owner.organizationId, owner, 'second_factor.refused set_up');
});

test('so it is in the middle of a sign-in', async () => {
  const owner = await signUp();
  const viewer = await addMember(owner, 'viewer');
  await demandSecondFactor(owner);
  const first = await post('login', { email: viewer.email, password: PASSWORD });
  const { mfa_token } = mfaPendingSchema.parse(first.json);
  totpProposalSchema.parse((await post('mfa/setup', { mfa_token })).json);
  for (let i = 0; i < 2; i++) {
    const answer = await post('mfa/setup/confirm', { mfa_token, code: WRONG_CODE });
    expect(problemOf(answer).code).toBe('mfa_code_invalid');
  }
  await expectToldOnce(owner.organizationId, viewer, 'session.refused second_factor_set_up');
});

test('a switch without the second factor is told to the organization that asks for one', async () => {
  const [owner, elsewhere] = [await signUp(), await signUp('Elsewhere')];
  const { token } = await invite(owner, 'viewer', elsewhere.email);
  await post('invitation/accept', { token }, elsewhere.accessToken);
  await demandSecondFactor(owner);
  for (let i = 0; i < 2; i++) {
    const body = { organization_id: owner.organizationId };
    const answer = await post('switch-organization', body, elsewhere.accessToken);
    expect(problemOf(answer).code).toBe('mfa_required');
  }
  await expectToldOnce(owner.organizationId, elsewhere, 'session.switch_refused mfa_required');
});

test('an account elsewhere that could not be linked is told to whoever began', async () => {
  const owner = await signUp();
  for (let i = 0; i < 2; i++) {
    const begun = await post(
      'identities/github/begin',
      { return_to: '/settings', current_password: PASSWORD },
      owner.accessToken,
    );
    const { authorization_url } = providerStartSchema.parse(begun.json);
    const state = new URL(authorization_url).searchParams.get('state');
    // Another browser: it has no cookie.
    const back = await call('GET', `/api/v1/auth/providers/github/callback?code=made-up&state=${state}`);
    expect(back.headers.get('location')).toContain('error=provider_refused');
  }
  await expectToldOnce(owner.organizationId, owner, 'identity.refused provider_refused');
});

test('an answer that belongs to nobody names nobody', async () => {
  const owner = await signUp();
  const back = await call('GET', '/api/v1/auth/providers/github/callback?code=made-up&state=made-up');
  expect(back.headers.get('location')).toContain('error=provider_refused');
  expect(await refusals(owner.organizationId, owner)).toEqual([]);
});
