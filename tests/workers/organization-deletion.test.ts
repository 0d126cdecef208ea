import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { organizationSchema } from '#core/contract/identity';
import { connectControl } from '#core/db/connect';
import { organizations } from '#core/db/schema/control';
import { auditEvents } from '#core/db/schema/tenant';
import { idEquals } from '#core/store/id-equals';
import { call, problemOf } from '#core/testing/call';
import { accepted, untilTerminal, uploadForm } from '#core/testing/documents';
import { addMember } from '#core/testing/members';
import { mintApiKey, type Owner, signUp } from '#core/testing/sign-up';
import { makeWorkspace } from '#core/testing/workspaces';
import { createApp } from '../../worker/app.ts';
import { sweep } from '../../worker/sweep.ts';

describe('an organization that is deleted', () => {
  const decide = (by: Owner, method: string, path = '') =>
    call(method, `/api/v1/organizations/${by.organizationId}${path}`, { token: by.accessToken });
  const sweepNow = async () => {
    const execution = createExecutionContext();
    await sweep(env, execution);
    await waitOnExecutionContext(execution);
  };
  const due = (id: string) =>
    connectControl(env.DB)
      .update(organizations)
      .set({ deletesAt: Date.now() - 1 })
      .where(idEquals(organizations.id, id));

  test('works on until its day, which everybody sees, and stays when an owner takes it back', async () => {
    const owner = await signUp();
    const answer = organizationSchema.parse((await decide(owner, 'DELETE')).json);
    const days = (Date.parse(answer.deletes_at ?? '') - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
    expect((await decide(owner, 'DELETE')).json).toEqual(answer);
    await sweepNow();
    const me = await call('GET', '/api/v1/auth/me', { token: owner.accessToken });
    expect(me.json).toMatchObject({ organization: { deletes_at: answer.deletes_at } });
    expect((await decide(owner, 'POST', '/restore')).json).toMatchObject({ deletes_at: null });
  });

  test('is decided about by who holds organization.delete, and by no program', async () => {
    const owner = await signUp();
    const admin = await addMember(owner, 'admin');
    const refused = await decide(admin, 'DELETE');
    expect([refused.status, problemOf(refused).detail]).toEqual([403, expect.stringContaining('organization.delete')]);
    const key = await mintApiKey(owner);
    const byKey = await call('DELETE', `/api/v1/organizations/${owner.organizationId}`, { token: key.secret });
    expect(byKey.status).toBe(403);
  });

  test('leaves nothing behind but its audit log; its people, and others, stay', async () => {
    const [owner, other] = [await signUp('Going'), await signUp('Staying')];
    await addMember(owner, 'user');
    const key = await mintApiKey(owner);
    const { id } = await makeWorkspace(owner);
    const { document } = await accepted(owner.accessToken, uploadForm(undefined, 'a.xml', { workspace_id: id }));
    await untilTerminal(owner.accessToken, document.id);
    const kept = await accepted(other.accessToken);
    await untilTerminal(other.accessToken, kept.document.id);
    await decide(owner, 'DELETE');
    await due(owner.organizationId);
    await sweepNow();
    const left = await rowsLeft(owner.organizationId);
    expect(left.toSorted()).toEqual(['audit_events', 'sessions']);
    expect((await env.FILES.list({ prefix: owner.organizationId })).objects).toEqual([]);
    await expect
      .poll(async () => (await call('GET', '/api/v1/auth/me', { token: owner.accessToken })).status)
      .toBe(401);
    expect((await call('GET', '/api/v1/auth/me', { token: key.secret })).status).toBe(401);
    const [events] = await connectControl(env.DB)
      .select({ action: auditEvents.action })
      .from(auditEvents)
      .where(and(eq(auditEvents.targetId, owner.organizationId), eq(auditEvents.actorKind, 'system')));
    expect(events?.action).toBe('organization.purged');
    const after = await call('GET', `/api/v1/documents/${kept.document.id}`, { token: other.accessToken });
    expect(after.status).toBe(200);
    await sweepNow();
  });

  test('goes on its day also when another part of the sweep fails, and the sweep says so', async () => {
    const [owner, other] = [await signUp('Going'), await signUp('Waiting')];
    const JOBS = { send: () => Promise.reject(new Error('queue is down')) };
    const broken = Object.assign({}, env, { JOBS, SWEEP_AGE_SECONDS: '0' });
    const app = createApp(broken);
    const waiting = new Request('https://api.test/api/v1/documents', {
      method: 'POST',
      headers: { authorization: `Bearer ${other.accessToken}` },
      body: uploadForm(),
    });
    expect((await app(waiting, createExecutionContext())).status).toBe(202);
    await decide(owner, 'DELETE');
    await due(owner.organizationId);
    await scheduler.wait(5);
    await expect(sweep(broken, createExecutionContext())).rejects.toThrow(AggregateError);
    expect((await rowsLeft(owner.organizationId)).toSorted()).toEqual(['audit_events', 'sessions']);
  });

  async function rowsLeft(organizationId: string): Promise<readonly string[]> {
    const { results } = await env.DB.prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND instr(sql, 'organization_id') > 0`,
    ).all<{ name: string }>();
    const counts = await Promise.all(
      results.map(async ({ name }) => {
        const statement = env.DB.prepare(`SELECT count(*) AS rows FROM "${name}" WHERE organization_id = ?`);
        return { name, rows: (await statement.bind(organizationId).first<number>('rows')) ?? 0 };
      }),
    );
    return counts.filter(({ rows }) => rows > 0).map(({ name }) => name);
  }
});
