import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { call, problemOf } from '#core/testing/call';
import { accepted, untilTerminal, uploadForm } from '#core/testing/documents';
import { mintOrganization, mintPerson } from '#core/testing/mint-person';
import { samplePdf } from '#core/testing/sample-pdf';
import { mintApiKey, type Owner, signUp } from '#core/testing/sign-up';
import { EXAMPLES } from './operation-examples.ts';
import { fillPath, type Operation, operations, protectedOperations } from './operations.ts';

/** Two organizations: with the ids of the other, no operation finds or changes anything. */

interface Victim {
  readonly owner: Owner;
  readonly documentId: string;
  readonly jobId: string;
  readonly apiKeyId: string;
  readonly apiKeySecret: string;
}

/** Excluded, because they end the attacker's own session or membership and with it all further attempts. */
const ABOUT_THE_CALLER: ReadonlySet<string> = new Set(['logout', 'changePassword']);

/** Time-out for one example of every operation, run sequentially. */
const EVERY_OPERATION_MS = 120_000;

let victim: Victim;
let attacker: Owner;
let attackerKey: string;

beforeAll(async () => {
  const owner = await signUp('Victim');
  const { document, job } = await accepted(
    owner.accessToken,
    uploadForm(samplePdf(['SECRET OF THE VICTIM']), 'victim-file.pdf'),
  );
  await untilTerminal(owner.accessToken, document.id);
  const key = await mintApiKey(owner);
  victim = { owner, documentId: document.id, jobId: job.id, apiKeyId: key.id, apiKeySecret: key.secret };
  attacker = await signUp('Attacker');
  attackerKey = (await mintApiKey(attacker)).secret;
});

const idsOf = ({ owner, documentId, jobId, apiKeyId }: Victim): readonly string[] => [
  documentId,
  jobId,
  apiKeyId,
  owner.organizationId,
  owner.userId,
];
const credentials = () => [attacker.accessToken, attackerKey];
const withParameters = operations.filter(({ path, tenant }) => path.includes('{id}') && tenant !== 'system');
const named = (list: readonly Operation[]) => list.map((operation) => [operation.id, operation] as const);

/** Every row of the victim in every table with an organization column; new tables are included automatically. */
async function rowsOf(organizationId: string): Promise<Readonly<Record<string, unknown>>> {
  const { results: tables } = await env.DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND instr(sql, 'organization_id') > 0`,
  ).all<{ name: string }>();
  const entries = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await env.DB.prepare(`SELECT * FROM "${name}" WHERE organization_id = ? ORDER BY 1`)
        .bind(organizationId)
        .all();
      return [name, rows.results] as const;
    }),
  );
  const organization = await env.DB.prepare('SELECT * FROM organizations WHERE id = ?').bind(organizationId).all();
  return { ...Object.fromEntries(entries), organizations: organization.results };
}

async function objectsOf(organizationId: string): Promise<readonly string[]> {
  const listed = await env.FILES.list({ prefix: organizationId });
  return listed.objects.map((object) => `${object.key} ${object.etag}`);
}

describe("another organization's ids", () => {
  test.each(named(withParameters))('%s finds none of them, in any place of the path', async (_id, operation) => {
    // A valid body, so that only the id can be refused.
    const example = operation.jsonBody ? await EXAMPLES[operation.id]?.(attacker) : undefined;
    const ask = (token: string, id: string) =>
      call(operation.method.toUpperCase(), fillPath(operation.path, { id }), {
        token,
        ...(operation.method === 'get' ? {} : { json: example?.json ?? {} }),
      });
    for (const token of credentials()) {
      const never = await ask(token, 'doc_00000000000000000000000000');
      // Operations for people only refuse a key before any lookup; a person always gets "not found".
      const expected = token === attackerKey && never.status === 403 ? [403, 'forbidden'] : [404, 'not_found'];
      for (const id of idsOf(victim)) {
        const answer = await ask(token, id);
        expect([id, answer.status, problemOf(answer).code]).toEqual([id, ...expected]);
      }
    }
  });

  test.each(named(protectedOperations.filter((each) => each.method === 'get' && !each.path.includes('{'))))(
    '%s shows none of them, whatever is asked for',
    async (_id, operation) => {
      const { documentId, apiKeyId, owner } = victim;
      const queries = [
        '',
        `?q=${documentId}`,
        `?actor=${owner.userId}`,
        `?workspace_id=${owner.organizationId}`,
        '?q=victim',
      ];
      for (const token of credentials()) {
        for (const query of [
          ...queries,
          `?organization_id=${owner.organizationId}`,
          `?cursor=${btoa(`[4102444800000,"${apiKeyId}"]`)}`,
        ]) {
          const answer = await call('GET', `${operation.path}${query.replaceAll('=&', '&').replace(/=+$/, '')}`, {
            token,
          });
          for (const secret of [...idsOf(victim), 'victim-file.pdf', 'SECRET OF THE VICTIM']) {
            expect(answer.text).not.toContain(secret);
          }
        }
      }
    },
  );

  test('are not a way in: headers and bodies that name the victim change nothing about who asks', async () => {
    const { owner } = victim;
    const me = await call('GET', '/api/v1/auth/me', {
      token: attacker.accessToken,
      headers: {
        'x-organization-id': owner.organizationId,
        'x-tenant': owner.organizationId,
        'x-user-id': owner.userId,
      },
    });
    expect(me.json).toMatchObject({ organization: { id: attacker.organizationId } });
    const key = await call('POST', '/api/v1/api-keys', {
      token: attacker.accessToken,
      json: {
        name: 'mine',
        organization_id: owner.organizationId,
        organizationId: owner.organizationId,
        created_by: owner.userId,
      },
    });
    expect(key.status).toBe(201);
    expect(key.json).toMatchObject({ created_by: attacker.userId });
    const list = await call('GET', '/api/v1/api-keys', { token: owner.accessToken });
    expect(list.text).not.toContain('mine');
    const switched = await call('POST', '/api/v1/auth/switch-organization', {
      token: attacker.accessToken,
      json: { organization_id: owner.organizationId },
    });
    expect(problemOf(switched).code).toBe('not_found');
  });

  test("an upload under the victim's own idempotency key is a new document of the attacker's", async () => {
    const headers = { 'idempotency-key': 'the same key' };
    const send = (token: string) =>
      call('POST', '/api/v1/documents', { token, body: uploadForm(samplePdf(), 'same.pdf'), headers });
    const [mine, theirs] = [await send(victim.owner.accessToken), await send(attacker.accessToken)];
    expect([mine.status, theirs.status]).toEqual([202, 202]);
    const idOf = (json: unknown) => JSON.stringify(json).match(/doc_[0-9a-z]{26}/)?.[0];
    expect(idOf(theirs.json)).not.toBe(idOf(mine.json));
    await untilTerminal(victim.owner.accessToken, idOf(mine.json) ?? '');
  });
});

test(
  'after every operation was tried with them, the victim is byte for byte what it was',
  async () => {
    const { organizationId } = victim.owner;
    // Seals the victim's own events first, because sealing happens after the response and is not caused by the
    // attacker.
    await call('GET', '/api/v1/audit-logs/verify', { token: victim.owner.accessToken });
    const before = { rows: await rowsOf(organizationId), objects: await objectsOf(organizationId) };
    expect(Object.keys(before.rows).length).toBeGreaterThan(6);
    expect(before.objects.length).toBeGreaterThan(1);
    for (const operation of protectedOperations) {
      // Its example makes the caller a system administrator, who may change the victim.
      if (ABOUT_THE_CALLER.has(operation.id) || operation.tenant === 'system') continue;
      // A new account each time: some examples end the attacker's own session, or require a second factor from then on.
      const somebody = await mintPerson(await mintOrganization(), 'owner');
      const example = await EXAMPLES[operation.id]?.(somebody);
      for (const id of idsOf(victim)) {
        const body = example?.body?.();
        await call(operation.method.toUpperCase(), fillPath(operation.path, { ...example?.params, id }), {
          token: somebody.accessToken,
          ...(example?.json === undefined ? {} : { json: example.json }),
          ...(body === undefined ? {} : { body }),
        });
        if (!operation.path.includes('{id}')) break;
      }
    }
    expect({ rows: await rowsOf(organizationId), objects: await objectsOf(organizationId) }).toEqual(before);
    const mine = await call('GET', `/api/v1/documents/${victim.documentId}`, { token: victim.apiKeySecret });
    expect(mine.status).toBe(200);
  },
  EVERY_OPERATION_MS,
);
