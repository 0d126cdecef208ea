import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { invitationListSchema, invitationPreviewSchema } from '#core/contract/invitations';
import { connectControl } from '#core/db/connect';
import { invitations, memberships, users } from '#core/db/schema/control';
import { call, problemOf } from '#core/testing/call';
import { untilMail } from '#core/testing/mail';
import { addMember, invite } from '#core/testing/members';
import { type Owner, PASSWORD, signUp } from '#core/testing/sign-up';

const db = connectControl(env.DB);
const send = (by: Owner, email: string, role = 'user') =>
  call('POST', '/api/v1/invitations', { token: by.accessToken, json: { email, role } });
const preview = (token: string) => call('POST', '/api/v1/auth/invitation', { json: { token } });
const join = (token: string) =>
  call('POST', '/api/v1/auth/invitation/register', {
    json: { token, password: PASSWORD, first_name: 'Bob', last_name: 'New', email: 'other@example.com', role: 'owner' },
  });
const accept = (by: Owner, token: string) =>
  call('POST', '/api/v1/auth/invitation/accept', { token: by.accessToken, json: { token } });
const statuses = async (by: Owner) =>
  invitationListSchema
    .parse((await call('GET', '/api/v1/invitations', { token: by.accessToken })).json)
    .data.map((each) => each.status);

describe('somebody without an account', () => {
  test('sees what they join, registers with the invited address and role, once', async () => {
    const owner = await signUp('Engines & Sons');
    const { email, token } = await invite(owner, 'approver');
    expect(invitationPreviewSchema.strict().parse((await preview(token)).json)).toMatchObject({
      organization_name: 'Engines & Sons',
      email,
      role_name: 'approver',
      has_account: false,
    });
    const answers = await Promise.all(Array.from({ length: 4 }, () => join(token)));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 410, 410, 410]);
    const joined = answers.find((answer) => answer.status === 201);
    expect(joined?.json).toMatchObject({
      user: { email, email_verified: true },
      organization: { id: owner.organizationId, role: 'approver' },
    });
    expect(await db.select().from(users).where(eq(users.emailNormalized, email))).toHaveLength(1);
    const rows = await db.select().from(memberships).where(eq(memberships.organizationId, owner.organizationId));
    expect(rows).toHaveLength(2);
    expect((await preview(token)).status).toBe(410);
    expect(await statuses(owner)).toEqual(['accepted']);
  });
});

describe('somebody with an account', () => {
  test('joins with it, and with no other', async () => {
    const [owner, guest, thief] = [await signUp(), await signUp(), await signUp()];
    const { token } = await invite(owner, 'viewer', guest.email.toUpperCase());
    expect((await preview(token)).json).toMatchObject({ has_account: true });
    expect(problemOf(await join(token)).code).toBe('conflict');
    expect(problemOf(await accept(thief, token)).code).toBe('forbidden');
    expect((await accept(guest, token)).json).toMatchObject({ id: owner.organizationId, role: 'viewer' });
    const switched = await call('POST', '/api/v1/auth/switch-organization', {
      token: guest.accessToken,
      json: { organization_id: owner.organizationId },
    });
    expect(switched.json).toMatchObject({ organization: { id: owner.organizationId } });
    expect(problemOf(await accept(guest, token)).code).toBe('link_invalid');
  });
});

describe('an invitation', () => {
  test('is one per address, is refused for members, and hands out no more than the inviter holds', async () => {
    const owner = await signUp();
    const member = await addMember(owner, 'manager');
    expect(problemOf(await send(owner, member.email)).code).toBe('conflict');
    const { email } = await invite(owner);
    expect(problemOf(await send(owner, email)).code).toBe('conflict');
    expect((await send(member, 'x@example.com', 'admin')).status).toBe(403);
    expect((await send(member, `m-${email}`, 'user')).status).toBe(201);
    expect(problemOf(await send(owner, `r-${email}`, 'emperor')).errors?.[0]?.path).toBe('json.role');
  });

  test('sent again has a new link; the old one is dead', async () => {
    const owner = await signUp();
    const { id, email, token } = await invite(owner);
    const again = await call('POST', `/api/v1/invitations/${id}/resend`, { token: owner.accessToken });
    expect(again.status).toBe(200);
    const next = await untilMail(email, '/invitation', 1);
    expect([(await preview(token)).status, (await preview(next.token)).status]).toEqual([410, 200]);
  });

  test('revoked or past its end opens nothing; past its end it can be made anew', async () => {
    const owner = await signUp();
    const revoked = await invite(owner);
    for (let i = 0; i < 2; i++) {
      const answer = await call('DELETE', `/api/v1/invitations/${revoked.id}`, { token: owner.accessToken });
      expect(answer.status).toBe(204);
    }
    expect((await join(revoked.token)).status).toBe(410);
    const old = await invite(owner);
    await db
      .update(invitations)
      .set({ expiresAt: Date.now() - 1 })
      .where(eq(invitations.id, old.id));
    expect((await join(old.token)).status).toBe(410);
    expect((await statuses(owner)).toSorted()).toEqual(['expired', 'revoked']);
    expect((await send(owner, old.email)).status).toBe(201);
    const resent = await call('POST', `/api/v1/invitations/${old.id}/resend`, { token: owner.accessToken });
    expect(resent.status).toBe(409);
  });

  test('keeps its token out of the table and out of every list', async () => {
    const owner = await signUp();
    const { id, token } = await invite(owner);
    const list = await call('GET', '/api/v1/invitations', { token: owner.accessToken });
    const [row] = await db.select().from(invitations).where(eq(invitations.id, id));
    expect(`${list.text}${JSON.stringify(row)}`).not.toContain(token);
    expect(list.text).not.toContain(row?.tokenHash ?? 'no hash');
  });
});
