import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { mfaPendingSchema, organizationPendingSchema, signedInSchema } from '#core/contract/identity';
import { connectControl } from '#core/db/connect';
import { sessions, users } from '#core/db/schema/control';
import { call, problemOf } from '#core/testing/call';
import { addMember, invite, type Member } from '#core/testing/members';
import { addAuthenticator, codeOf, firstStep } from '#core/testing/second-factor';
import { type Owner, PASSWORD, signUp } from '#core/testing/sign-up';

/** A user removed from their only organization still has an account: they can sign in and join another organization. */

const db = connectControl(env.DB);
const post = (path: string, json: unknown) => call('POST', `/api/v1/auth/${path}`, { json });
const login = (who: Pick<Owner, 'email'>, more = {}) =>
  post('login', { email: who.email, password: PASSWORD, ...more });
const remove = async (owner: Owner, member: Member) => {
  const path = `/api/v1/members/${member.memberId}`;
  expect((await call('DELETE', path, { token: owner.accessToken })).status).toBe(204);
};
const liveSessions = async (who: Owner) =>
  (await db.select().from(sessions).where(eq(sessions.userId, who.userId))).length;

test('a person without an organization signs in to a token for joining, and no session', async () => {
  const owner = await signUp();
  const member = await addMember(owner, 'viewer');
  const before = await liveSessions(member);
  await remove(owner, member);
  const answer = await login(member, { session: 'cookie' });
  const pending = organizationPendingSchema.strict().parse(answer.json);
  expect(pending.email).toBe(member.email);
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(await liveSessions(member)).toBe(before);
  expect((await call('GET', '/api/v1/auth/me', { token: pending.join_token })).status).toBe(401);
  expect((await post('mfa/setup', { mfa_token: pending.join_token })).status).toBe(401);
  expect(problemOf(await login(member, { password: 'wrong' })).code).toBe('invalid_credentials');
});

test('a new invitation lets them in, once, and only the one for their address', async () => {
  const [owner, next] = [await signUp(), await signUp('Next')];
  const member = await addMember(owner, 'viewer');
  await remove(owner, member);
  const { join_token } = organizationPendingSchema.parse((await login(member)).json);
  const others = await invite(next, 'viewer');
  expect(problemOf(await post('invitation/join', { join_token, token: 'nc_link_made_up' })).code).toBe('link_invalid');
  const { token } = await invite(next, 'viewer', member.email);
  const joined = signedInSchema.parse((await post('invitation/join', { join_token, token })).json);
  expect([joined.organization.id, joined.user.id]).toEqual([next.organizationId, member.userId]);
  expect((await call('GET', '/api/v1/auth/me', { token: joined.access_token })).status).toBe(200);
  const again = await post('invitation/join', { join_token, token: others.token });
  expect(problemOf(again).code).toBe('unauthenticated');
});

test('an invitation for somebody else stays theirs', async () => {
  const [owner, next] = [await signUp(), await signUp('Next')];
  const member = await addMember(owner, 'viewer');
  await remove(owner, member);
  const { join_token } = organizationPendingSchema.parse((await login(member)).json);
  const others = await invite(next, 'viewer');
  expect((await post('invitation/join', { join_token, token: others.token })).status).toBe(403);
  const preview = await post('invitation', { token: others.token });
  expect(preview.status).toBe(200);
});

test('a second factor comes first, and one that the new organization demands comes last', async () => {
  const [owner, next] = [await signUp(), await signUp('Next')];
  const member = await addMember(owner, 'viewer');
  const app = await addAuthenticator(member);
  await remove(owner, member);
  const mfa_token = await firstStep(member);
  const verified = await post('mfa/verify', { mfa_token, code: await app.code() });
  const { join_token } = organizationPendingSchema.parse(verified.json);
  expect((await post('mfa/verify', { mfa_token, code: await codeOf(app.secret, 1) })).status).toBe(401);
  const { token } = await invite(next, 'viewer', member.email);
  signedInSchema.parse((await post('invitation/join', { join_token, token })).json);

  const other = await addMember(owner, 'viewer');
  await remove(owner, other);
  const strict = await signUp('Strict');
  await call('PATCH', `/api/v1/organizations/${strict.organizationId}/sign-in-policy`, {
    token: (await demanding(strict)).accessToken,
    json: { mfa_required: 'everyone' },
  });
  const invited = await invite(strict, 'viewer', other.email);
  const without = organizationPendingSchema.parse((await login(other)).json);
  const answer = await post('invitation/join', { join_token: without.join_token, token: invited.token });
  expect(mfaPendingSchema.parse(answer.json).setup_required).toBe(true);
});

test('a suspended person gets no further', async () => {
  const owner = await signUp();
  const member = await addMember(owner, 'viewer');
  await remove(owner, member);
  const { join_token } = organizationPendingSchema.parse((await login(member)).json);
  await db.update(users).set({ status: 'suspended' }).where(eq(users.id, member.userId));
  const { token } = await invite(await signUp('Next'), 'viewer', member.email);
  expect((await post('invitation/join', { join_token, token })).status).toBe(401);
  expect(problemOf(await login(member)).code).toBe('invalid_credentials');
});

/** An owner who already has the second factor they are about to require. */
async function demanding(owner: Owner): Promise<Owner> {
  await addAuthenticator(owner);
  return owner;
}
