import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { signedInSchema } from '#core/contract/identity';
import { connectControl } from '#core/db/connect';
import { refreshTokens, sessions } from '#core/db/schema/control';
import { auditEvents } from '#core/db/schema/tenant';
import { sha256Hex } from '#core/security/digest';
import { idEquals } from '#core/store/id-equals';
import { call, problemOf } from '#core/testing/call';
import { signUp } from '#core/testing/sign-up';

const db = connectControl(env.DB);
const refresh = (token: string) => call('POST', '/api/v1/auth/refresh', { json: { refresh_token: token } });
const me = (token: string) => call('GET', '/api/v1/auth/me', { token });
const actions = async (organizationId: string) =>
  (await db.select().from(auditEvents).where(idEquals(auditEvents.organizationId, organizationId))).map(
    (e) => e.action,
  );

describe('refresh', () => {
  test('gives a working pair and spends the old token', async () => {
    const owner = await signUp();
    const first = await refresh(owner.refreshToken);
    expect(first.status).toBe(200);
    const pair = signedInSchema.parse(first.json);
    expect((await me(pair.access_token ?? '')).status).toBe(200);
    expect(pair.refresh_token).not.toBe(owner.refreshToken);
    expect((await refresh(pair.refresh_token ?? '')).status).toBe(200);
  });

  test('of eight at once exactly one gets the session, the others may try again, and nobody is signed out', async () => {
    const owner = await signUp();
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(owner.refreshToken)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
    for (const answer of answers.filter((each) => each.status === 409))
      expect(problemOf(answer).code).toBe('token_spent');
    const winner = answers.find((answer) => answer.status === 200);
    expect((await refresh(signedInSchema.parse(winner?.json).refresh_token ?? '')).status).toBe(200);
    const [session] = await db.select().from(sessions).where(eq(sessions.userId, owner.userId));
    expect(
      await db
        .select()
        .from(refreshTokens)
        .where(idEquals(refreshTokens.sessionId, session?.id ?? '')),
    ).toHaveLength(3);
  });

  test('a spent token that comes back after the grace ends the whole session, told once in the audit log', async () => {
    const owner = await signUp();
    const pair = signedInSchema.parse((await refresh(owner.refreshToken)).json);
    await db
      .update(refreshTokens)
      .set({ usedAt: Date.now() - 600_000 })
      .where(eq(refreshTokens.usedAt, (await spentAt(owner.userId)) ?? 0));
    const answers = await Promise.all(Array.from({ length: 4 }, () => refresh(owner.refreshToken)));
    expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401, 401]);
    expect((await refresh(pair.refresh_token ?? '')).status).toBe(401);
    expect((await me(pair.access_token ?? '')).status).toBe(401);
    expect((await actions(owner.organizationId)).filter((action) => action === 'session.revoked')).toHaveLength(1);
  });

  test('spent tokens are forgotten after a week, and are no way in then either', async () => {
    const owner = await signUp();
    const next = signedInSchema.parse((await refresh(owner.refreshToken)).json).refresh_token ?? '';
    const first = await sha256Hex(owner.refreshToken);
    await db
      .update(refreshTokens)
      .set({ usedAt: Date.now() - 8 * 86_400_000 })
      .where(eq(refreshTokens.hash, first));
    const last = signedInSchema.parse((await refresh(next)).json);
    expect(await db.select().from(refreshTokens).where(eq(refreshTokens.hash, first))).toEqual([]);
    expect((await refresh(owner.refreshToken)).status).toBe(401);
    expect((await me(last.access_token ?? '')).status).toBe(200);
  });

  test('an expired token and an invented one are not accepted', async () => {
    const owner = await signUp();
    const [session] = await db.select().from(sessions).where(eq(sessions.userId, owner.userId));
    await db
      .update(refreshTokens)
      .set({ expiresAt: 1 })
      .where(idEquals(refreshTokens.sessionId, session?.id ?? ''));
    expect((await refresh(owner.refreshToken)).status).toBe(401);
    expect((await refresh('nc_refresh_invented')).status).toBe(401);
    expect((await call('POST', '/api/v1/auth/refresh')).status).toBe(401);
  });
});

async function spentAt(userId: string): Promise<number | null | undefined> {
  const [row] = await db
    .select({ usedAt: refreshTokens.usedAt })
    .from(refreshTokens)
    .innerJoin(sessions, and(eq(sessions.id, refreshTokens.sessionId), idEquals(sessions.userId, userId)))
    .orderBy(refreshTokens.createdAt)
    .limit(1);
  return row?.usedAt;
}
