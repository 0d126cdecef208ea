import { env } from 'cloudflare:workers';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { type AuditVerification, auditListSchema, auditVerificationSchema } from '#core/contract/audit';
import { connectTenant } from '#core/db/connect';
import { CHAIN_START, linkRecord } from '#core/security/audit-chain';
import { listSealedEvents } from '#core/store/audit-chain';
import { chainRecord } from '#core/store/audit-record';
import { call, problemOf } from '#core/testing/call';
import { mintApiKey, type Owner, signUp } from '#core/testing/sign-up';
import { createDependencies } from '../../worker/dependencies.ts';
import { purgeAudit, sweepAudit } from '../../worker/sweep-audit.ts';

const db = connectTenant({ DB: env.DB }, 'DB');

async function verify(owner: Owner, query = ''): Promise<AuditVerification> {
  const answer = await call('GET', `/api/v1/audit-logs/verify${query}`, { token: owner.accessToken });
  expect(answer.status, answer.text).toBe(200);
  return auditVerificationSchema.parse(answer.json);
}

/** An organization with six sealed events. */
async function withEvents(): Promise<Owner> {
  const owner = await signUp();
  for (let i = 0; i < 5; i++) await mintApiKey(owner);
  expect(await verify(owner)).toMatchObject({ intact: true, checked: 6, head_sequence: 6, unsealed: 0, break: null });
  return owner;
}

const at = (owner: Owner, sequence: number) =>
  sql`organization_id = ${owner.organizationId} AND sequence = ${sequence}`;

/** Recomputes the hashes of all events from a position, like an attacker with full access to the database. */
async function relink(owner: Owner, fromSequence: number): Promise<void> {
  let last = CHAIN_START;
  for (const row of await listSealedEvents(db, owner.organizationId, 0, 100)) {
    const { sequence, hash } = row;
    if (sequence < fromSequence) last = { sequence, hash };
    else {
      const previous = last;
      last = await linkRecord(previous, chainRecord(row));
      await db.run(
        sql`UPDATE audit_events SET hash = ${last.hash}, previous_hash = ${previous.hash} WHERE ${at(owner, sequence)}`,
      );
    }
  }
}

describe('the hash chain', () => {
  test('holds, has no gaps, and says who comes after whom', async () => {
    const owner = await withEvents();
    const { data } = auditListSchema.parse(
      (await call('GET', '/api/v1/audit-logs', { token: owner.accessToken })).json,
    );
    const seals = data.map((event) => event.seal).toReversed();
    expect(seals.map((seal) => seal?.sequence)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const [i, seal] of seals.slice(1).entries()) expect(seal?.previous_hash).toBe(seals[i]?.hash);
  });

  test('events written side by side get each a place of their own', async () => {
    const owner = await signUp();
    await Promise.all(Array.from({ length: 20 }, () => mintApiKey(owner)));
    expect(await verify(owner)).toMatchObject({ intact: true, checked: 21, head_sequence: 21, unsealed: 0 });
  });

  test('a long backlog is sealed in time that grows with it, not with its square', async () => {
    const LONG = 8;
    const sealed = async (count: number): Promise<number> => {
      const owner = await signUp();
      await db.run(sql`
      INSERT INTO audit_events (id, organization_id, actor_kind, actor_id, action, target_kind, target_id, outcome,
        request_id, occurred_at)
      WITH RECURSIVE backlog(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM backlog WHERE n < ${count})
      SELECT 'aud_backlog_' || ${count} || '_' || n, ${owner.organizationId}, 'system', 'sweeper', 'document.read', 'document', 'doc_' || n,
        'success', 'req_' || n, n FROM backlog`);
      const begun = performance.now();
      const { intact, unsealed, head_sequence: head } = await verify(owner);
      expect({ intact, unsealed, head }).toEqual({ intact: true, unsealed: 0, head: count + 1 });
      return performance.now() - begun;
    };
    await sealed(100);
    // The slower of two short ones against the faster of two long ones: load on the machine must not count.
    const short = Math.max(await sealed(800), await sealed(801));
    const long = Math.min(await sealed(LONG * 800), await sealed(LONG * 800 + 1));
    // Eight times the events; quadratic cost would be sixty-four times.
    expect(long).toBeLessThan((short * (LONG * LONG)) / 2);
  });

  test('an edited event is named', async () => {
    const owner = await withEvents();
    await db.run(sql`UPDATE audit_events SET actor_id = 'usr_somebody_else' WHERE ${at(owner, 3)}`);
    expect((await verify(owner)).break).toMatchObject({ kind: 'edited', sequence: 3 });
  });

  test('a deleted event is named', async () => {
    const owner = await withEvents();
    await db.run(sql`DELETE FROM audit_events WHERE ${at(owner, 4)}`);
    expect((await verify(owner)).break).toMatchObject({ kind: 'missing', sequence: 4, event_id: null });
  });

  test('events that changed places are named', async () => {
    const owner = await withEvents();
    for (const [from, to] of [
      [2, 99],
      [3, 2],
      [99, 3],
    ])
      await db.run(sql`UPDATE audit_events SET sequence = ${to} WHERE ${at(owner, from ?? 0)}`);
    expect((await verify(owner)).break).toMatchObject({ kind: 'unlinked', sequence: 2 });
  });

  test('a tail cut off is named, and going on afterwards does not hide it', async () => {
    const owner = await withEvents();
    await db.run(sql`DELETE FROM audit_events WHERE organization_id = ${owner.organizationId} AND sequence > 4`);
    expect((await verify(owner)).break).toMatchObject({ kind: 'truncated', sequence: 5 });
    await mintApiKey(owner);
    expect((await verify(owner)).break).toMatchObject({ kind: 'missing', sequence: 5 });
  });

  test('a beginning cut off is named', async () => {
    const owner = await withEvents();
    await db.run(sql`DELETE FROM audit_events WHERE ${at(owner, 1)}`);
    expect((await verify(owner)).break).toMatchObject({ kind: 'missing', sequence: 1 });
  });

  test('a chain made anew as a whole does not fit the head that is kept apart', async () => {
    const owner = await withEvents();
    await db.run(sql`UPDATE audit_events SET actor_id = 'usr_somebody_else' WHERE ${at(owner, 3)}`);
    await relink(owner, 3);
    expect((await verify(owner)).break).toMatchObject({ kind: 'rewritten', sequence: 6 });
  });

  test('sealing again gives no event a second place', async () => {
    const owner = await withEvents();
    const object = env.ORGANIZATIONS.get(env.ORGANIZATIONS.idFromName(owner.organizationId));
    await Promise.all([1, 2, 3].map(() => object.sealAudit(owner.organizationId, 'DB')));
    expect(await verify(owner)).toMatchObject({ intact: true, checked: 6, head_sequence: 6 });
  });

  test('what its own request did not have sealed the sweeper has', async () => {
    const owner = await signUp();
    const waiting = () =>
      db.all<{ n: number }>(
        sql`SELECT count(*) AS n FROM audit_events WHERE organization_id = ${owner.organizationId} AND sequence IS NULL`,
      );
    expect(await waiting()).toEqual([{ n: 1 }]);
    // This one has waited longest, so it is the first of the run.
    await db.run(
      sql`UPDATE audit_events SET occurred_at = 1 WHERE organization_id = ${owner.organizationId} AND sequence IS NULL`,
    );
    await sweepAudit(dependencies(), 1);
    expect(await waiting()).toEqual([{ n: 0 }]);
  });
});

const dependencies = () => createDependencies(env, { waitUntil: () => undefined }, 'req_test');

test('what is past its time is deleted from the beginning on, and the rest still holds', async () => {
  const owner = await withEvents();
  await call('PUT', '/api/v1/audit-logs/retention', { token: owner.accessToken, json: { days: 30 } });
  await verify(owner);
  const later = Date.now() + 31 * 86_400_000;
  await purgeAudit({ ...dependencies(), now: () => later });
  const after = await verify(owner);
  expect(after).toMatchObject({ intact: true, purged_through_sequence: 7, head_sequence: 8, checked: 1 });
  // Deleting more than the purge did is still detected.
  await mintApiKey(owner);
  await verify(owner);
  await db.run(sql`DELETE FROM audit_events WHERE ${at(owner, 8)}`);
  expect((await verify(owner)).break).toMatchObject({ kind: 'missing', sequence: 8 });
});

test('a cursor that is not one of ours is refused', async () => {
  const owner = await signUp();
  for (const cursor of ['x', btoa('1:2'), 'MS4w']) {
    const answer = await call('GET', `/api/v1/audit-logs/verify?cursor=${cursor}`, { token: owner.accessToken });
    expect([answer.status, problemOf(answer).code]).toEqual([400, 'bad_request']);
  }
});

test('an export has what the filter names, cannot carry a formula, and is an event itself', async () => {
  const owner = await signUp();
  await call('POST', '/api/v1/api-keys', {
    token: owner.accessToken,
    json: { name: 'ci' },
    headers: { 'user-agent': '=cmd()' },
  });
  const csv = await call('GET', '/api/v1/audit-logs/export?action=api_key.created', { token: owner.accessToken });
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const lines = csv.text.trim().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^occurred_at,action,/);
  expect(lines[1]).toContain("'=cmd()");
  const { data } = auditListSchema.parse((await call('GET', '/api/v1/audit-logs', { token: owner.accessToken })).json);
  expect(data[0]).toMatchObject({
    action: 'audit.exported',
    changes: { format: [null, 'csv'], filtered_by: [null, ['action']] },
  });
});
