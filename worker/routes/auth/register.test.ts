import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { identitySchema, signedInSchema } from '#core/contract/identity';
import { connectControl } from '#core/db/connect';
import { organizations, refreshTokens, users } from '#core/db/schema/control';
import { auditEvents } from '#core/db/schema/tenant';
import { newId } from '#core/platform/ids';
import { idEquals } from '#core/store/id-equals';
import { call, problemOf } from '#core/testing/call';
import { newEmail, registration, signUp } from '#core/testing/sign-up';

const db = connectControl(env.DB);
const me = (token: string) => call('GET', '/api/v1/auth/me', { token });
const actions = async (organizationId: string) =>
  (await db.select().from(auditEvents).where(idEquals(auditEvents.organizationId, organizationId))).map(
    (e) => e.action,
  );

describe('register', () => {
  test('makes a person, an organization they own, and a session, in the shape of the contract', async () => {
    const answer = await call('POST', '/api/v1/auth/register', { json: registration(newEmail()) });
    expect(answer.status).toBe(201);
    const body = signedInSchema.strict().parse(answer.json);
    expect(body.organization).toMatchObject({ name: 'Analytical Engines', role: 'owner', plan: 'starter' });
    expect(body.organizations).toEqual([body.organization]);
    expect(body.permissions).toContain('organization.delete');
    expect(body.token_type).toBe('Bearer');
    const seen = await me(body.access_token ?? '');
    expect(identitySchema.strict().parse(seen.json).user).toEqual(body.user);
    expect(await actions(body.organization.id)).toEqual(['organization.created']);
  });

  test('one e-mail is one account, however it is written, even when asked eight times at once', async () => {
    const email = newEmail();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        call('POST', '/api/v1/auth/register', { json: registration(i % 2 ? email.toUpperCase() : email) }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    for (const answer of answers.filter((each) => each.status === 409)) expect(problemOf(answer).code).toBe('conflict');
    expect(await db.select().from(users).where(eq(users.emailNormalized, email))).toHaveLength(1);
  });

  test('a refused registration leaves nothing behind', async () => {
    const email = newEmail();
    const name = newId('event', Date.now());
    await call('POST', '/api/v1/auth/register', { json: registration(email) });
    await call('POST', '/api/v1/auth/register', { json: { ...registration(email), organization_name: name } });
    expect(await db.select().from(organizations).where(eq(organizations.name, name))).toHaveLength(0);
  });

  test('organizations of one name get different slugs, also side by side', async () => {
    const name = `Same ${newId('event', Date.now())}`;
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        call('POST', '/api/v1/auth/register', { json: { ...registration(newEmail()), organization_name: name } }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201]);
    const slugs = answers.map((answer) => signedInSchema.parse(answer.json).organization.slug);
    expect(new Set(slugs).size).toBe(4);
  });

  test('a short password is refused by its path', async () => {
    const answer = await call('POST', '/api/v1/auth/register', {
      json: { ...registration(newEmail()), password: 'seven77' },
    });
    expect(answer.status).toBe(422);
    expect(problemOf(answer).errors?.[0]?.path).toBe('json.password');
  });

  test('neither passwords nor tokens are stored as they are', async () => {
    const owner = await signUp();
    const [user] = await db.select().from(users).where(eq(users.id, owner.userId));
    expect(user?.passwordHash).toMatch(/^\$scrypt\$/);
    expect(await db.select().from(refreshTokens).where(eq(refreshTokens.hash, owner.refreshToken))).toHaveLength(0);
  });
});
