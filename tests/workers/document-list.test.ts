import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { and, eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditListSchema } from '#core/contract/audit';
import { documentCountsSchema, documentListSchema } from '#core/contract/documents';
import { viewListSchema, viewSchema } from '#core/contract/views';
import { connectTenant } from '#core/db/connect';
import { documents, documentTexts } from '#core/db/schema/tenant';
import { DOCUMENT_ORDERS } from '#core/domain/document-order';
import { call, problemOf } from '#core/testing/call';
import { accepted, untilTerminal, uploadForm } from '#core/testing/documents';
import { addMember } from '#core/testing/members';
import { samplePdf } from '#core/testing/sample-pdf';
import { type Owner, signUp } from '#core/testing/sign-up';
import { storeDocument } from '#core/testing/stored-document';
import { sweep } from '../../worker/sweep.ts';

const db = connectTenant({ DB: env.DB }, 'DB');

/** A document with these columns. */
async function stored(owner: Owner, columns: Partial<typeof documents.$inferInsert>): Promise<string> {
  const { documentId } = await storeDocument(env, new Uint8Array([1]), owner.organizationId);
  await db
    .update(documents)
    .set(columns)
    .where(and(eq(documents.organizationId, owner.organizationId), eq(documents.id, documentId)));
  return documentId;
}

async function list(owner: Owner, query = '') {
  const answer = await call('GET', `/api/v1/documents${query}`, { token: owner.accessToken });
  expect([query, answer.status]).toEqual([query, 200]);
  return documentListSchema.parse(answer.json);
}

const idsOf = async (owner: Owner, query: string) => (await list(owner, query)).data.map(({ id }) => id);

describe('every order', () => {
  test.each(DOCUMENT_ORDERS)(
    '%s: pages of two hold each document once, and the other direction is the reverse',
    async (order) => {
      const owner = await signUp();
      const rows: Partial<typeof documents.$inferInsert>[] = [
        { name: 'b.pdf', vendorName: 'Zeta', documentDate: '2026-02-01', totalValue: 20, status: 'failed', stops: 1 },
        {
          name: 'B.pdf',
          vendorName: 'äther',
          documentDate: '2026-01-01',
          totalValue: -5,
          status: 'completed',
          stops: 0,
        },
        { name: '発票.pdf' },
        { name: 'a.pdf', vendorName: 'acme', totalValue: 100.5, status: 'needs_review', stops: 12 },
        { name: 'ü'.repeat(255), vendorName: 'acme', documentDate: '2026-02-01', totalValue: 20 },
      ];
      for (const row of rows) await stored(owner, row);
      const walk = async (sort: string) => {
        const seen: string[] = [];
        let cursor = '';
        do {
          const page = await list(owner, `?sort=${sort}&limit=2${cursor}`);
          seen.push(...page.data.map(({ id }) => id));
          cursor = page.next_cursor === null ? '' : `&cursor=${page.next_cursor}`;
        } while (cursor !== '');
        return seen;
      };
      const [up, down] = [await walk(order), await walk(`-${order}`)];
      expect([up.length, new Set(up).size]).toEqual([rows.length, rows.length]);
      expect(down).toEqual(up.toReversed());
    },
  );

  test('is read from an index: no page sorts', async () => {
    for (const order of DOCUMENT_ORDERS) {
      const key = {
        created_at: 'created_at',
        name: 'name COLLATE NOCASE',
        vendor: "CASE WHEN vendor_name IS NULL THEN '' ELSE vendor_name END COLLATE NOCASE",
        document_date: "CASE WHEN document_date IS NULL THEN '' ELSE document_date END",
        total: 'CASE WHEN total_value IS NULL THEN -1e308 ELSE total_value END',
        status: 'status',
        stops: 'CASE WHEN stops IS NULL THEN -1 ELSE stops END',
      }[order];
      const { results } = await env.DB.prepare(
        `EXPLAIN QUERY PLAN SELECT * FROM documents WHERE organization_id = 'a' AND deleted_at IS NULL
          AND (${key}, id) < ('x', 'y') ORDER BY ${key} DESC, id DESC LIMIT 50`,
      ).all<{ detail: string }>();
      const plan = results.map(({ detail }) => detail).join('\n');
      expect([order, plan]).toEqual([order, expect.stringMatching(/USING INDEX documents_/)]);
      expect([order, plan]).toEqual([order, expect.not.stringContaining('TEMP B-TREE')]);
    }
  });

  test('a cursor of another order, and no cursor at all, is refused', async () => {
    const owner = await signUp();
    for (const name of ['a', 'b']) await stored(owner, { name });
    const { next_cursor } = await list(owner, '?sort=name&limit=1');
    for (const query of [`?sort=-name&cursor=${next_cursor}`, '?sort=name&cursor=abc', '?cursor=WzEsMl0']) {
      const answer = await call('GET', `/api/v1/documents${query}`, { token: owner.accessToken });
      expect([query, answer.status, problemOf(answer).code]).toEqual([query, 400, 'bad_request']);
    }
  });
});

test('filters narrow the list and its counts alike', async () => {
  const owner = await signUp();
  const other = await addMember(owner);
  const first = await stored(owner, {
    status: 'needs_review',
    vendorName: 'Müller & Co',
    totalValue: 1000,
    documentDate: '2026-03-31',
    assigneeId: owner.userId,
    batchId: 'bat_1',
  });
  const second = await stored(owner, {
    status: 'failed',
    totalValue: 999.99,
    documentDate: '2026-04-01',
    assigneeId: other.userId,
  });
  const third = await stored(owner, { status: 'approved' });
  const expected: readonly (readonly [string, readonly string[]])[] = [
    ['status=needs_review,failed', [second, first]],
    ['status=approved', [third]],
    ['vendor=M%C3%9CLLER', [first]],
    ['vendor=%25', []],
    ['amount_min=1000', [first]],
    ['amount_max=999.99', [second]],
    ['amount_min=1&amount_max=2000&sort=total', [second, first]],
    ['date_from=2026-03-31&date_to=2026-03-31', [first]],
    ['date_from=2026-04-01', [second]],
    ['assignee_id=me', [first]],
    ['assignee_id=none', [third]],
    [`assignee_id=${other.userId}`, [second]],
    ['batch_id=bat_1', [first]],
    ['from=2100-01-01', []],
  ];
  for (const [query, ids] of expected) {
    expect([query, await idsOf(owner, `?${query}`)]).toEqual([query, ids]);
    if (query.includes('status=') || query.includes('sort=')) continue;
    const answer = await call('GET', `/api/v1/documents/counts?${query}`, { token: owner.accessToken });
    const { counts } = documentCountsSchema.parse(answer.json);
    expect([query, Object.values(counts).reduce((sum, n) => sum + n, 0)]).toEqual([query, ids.length]);
  }
  for (const query of [
    'status=nope',
    'status=failed,nope',
    'amount_min=x',
    'date_from=2026-02-30',
    'sort=size',
    'deleted=1',
  ])
    expect([query, (await call('GET', `/api/v1/documents?${query}`, { token: owner.accessToken })).status]).toEqual([
      query,
      422,
    ]);
});

test('the trash is a list of its own, for those who may delete', async () => {
  const owner = await signUp();
  const gone = await stored(owner, { name: 'gone.pdf', deletedAt: 1 });
  const there = await stored(owner, { name: 'there.pdf' });
  expect(await idsOf(owner, '')).toEqual([there]);
  expect(await idsOf(owner, '?deleted=true')).toEqual([gone]);
  const viewer = await addMember(owner, 'viewer');
  const answer = await call('GET', '/api/v1/documents?deleted=true', { token: viewer.accessToken });
  expect([answer.status, problemOf(answer).code]).toEqual([403, 'forbidden']);
});

describe('full-text search', () => {
  test('finds names, values and page text of a processed document, and of nobody else', async () => {
    const [owner, stranger] = [await signUp(), await signUp()];
    const pdf = samplePdf(['Invoice RE-100777', 'Delivery to Strasse 5', 'Total 118.00 EUR']);
    const { document } = await accepted(owner.accessToken, uploadForm(pdf, 'Quartalsbericht.pdf'));
    await untilTerminal(owner.accessToken, document.id);
    for (const text of ['quartal', 'bericht', 'Délivery Straße', 'STRASSE 5', '100777', '118.00', 'invoice total']) {
      const query = `?q=${encodeURIComponent(text)}`;
      expect([text, await idsOf(owner, query)]).toEqual([text, [document.id]]);
      expect([text, await idsOf(stranger, query)]).toEqual([text, []]);
    }
    expect(await idsOf(owner, '?q=delivery%20nowhere')).toEqual([]);
  });

  test('follows corrections, and their undoing', async () => {
    const owner = await signUp();
    const { document } = await accepted(owner.accessToken, uploadForm(undefined, 'corrected.xml'));
    await untilTerminal(owner.accessToken, document.id);
    const change = (path: string, method: string, json: unknown) =>
      call(method, `/api/v1/documents/${document.id}${path}`, { token: owner.accessToken, json });
    const corrected = await change('/result', 'PATCH', { fields: { vendor_name: { value: 'Zyxel Übermut AG' } } });
    expect(corrected.status).toBe(200);
    expect(await idsOf(owner, '?q=zyxel%20ubermut')).toEqual([document.id]);
    expect((await change('/undo', 'POST', {})).status).toBe(200);
    expect(await idsOf(owner, '?q=zyxel')).toEqual([]);
    expect(await idsOf(owner, '?q=corrected')).toEqual([document.id]);
  });

  test('the sweeper indexes documents of before', async () => {
    const owner = await signUp();
    const { document } = await accepted(owner.accessToken, uploadForm(samplePdf(['Unmistakable wording']), 'old.pdf'));
    await untilTerminal(owner.accessToken, document.id);
    await env.DB.prepare(
      'DELETE FROM document_search WHERE rowid IN (SELECT id FROM document_texts WHERE document_id = ?)',
    )
      .bind(document.id)
      .run();
    await db.update(documentTexts).set({ indexedAt: 0 }).where(eq(documentTexts.organizationId, owner.organizationId));
    expect(await idsOf(owner, '?q=unmistakable')).toEqual([]);
    await sweep(env, createExecutionContext());
    expect(await idsOf(owner, '?q=unmistakable')).toEqual([document.id]);
    expect(await idsOf(owner, '?q=old')).toEqual([document.id]);
  });
});

test('the audit log names the documents that the caller can open, and no others', async () => {
  const owner = await signUp();
  const { document } = await accepted(owner.accessToken, uploadForm(undefined, 'named.xml'));
  const namesIn = async () => {
    const answer = await call('GET', '/api/v1/audit-logs?limit=200', { token: owner.accessToken });
    const { data } = auditListSchema.parse(answer.json);
    return data.filter(({ target }) => target.id === document.id).map(({ target }) => target.name);
  };
  expect(new Set(await namesIn())).toEqual(new Set(['named.xml']));
  await db.update(documents).set({ deletedAt: 1 }).where(sql`${documents.id} = ${document.id}`);
  expect(new Set(await namesIn())).toEqual(new Set([undefined]));
});

describe('saved views', () => {
  const create = (owner: Owner, json: unknown) => call('POST', '/api/v1/views', { token: owner.accessToken, json });
  const names = async (owner: Owner) =>
    viewListSchema
      .parse((await call('GET', '/api/v1/views', { token: owner.accessToken })).json)
      .data.map(({ name }) => name);

  test('own ones are private, shared ones are seen by all and changed by their author or an administrator', async () => {
    const owner = await signUp();
    const member = await addMember(owner);
    const query = { status: 'needs_review' };
    await create(owner, { name: 'Mine', query });
    const shared = viewSchema.parse((await create(owner, { name: 'Ours', query, shared: true })).json);
    const theirs = viewSchema.parse((await create(member, { name: 'Theirs', query, shared: true })).json);
    expect(await names(owner)).toEqual(['Mine', 'Ours', 'Theirs']);
    expect(await names(member)).toEqual(['Ours', 'Theirs']);
    const refused = await call('DELETE', `/api/v1/views/${shared.id}`, { token: member.accessToken });
    expect(refused.status).toBe(403);
    const changed = await call('PATCH', `/api/v1/views/${theirs.id}`, {
      token: owner.accessToken,
      json: { name: 'All' },
    });
    expect([changed.status, viewSchema.parse(changed.json).name]).toEqual([200, 'All']);
    expect((await call('DELETE', `/api/v1/views/${theirs.id}`, { token: owner.accessToken })).status).toBe(204);
    expect(await names(member)).toEqual(['Ours']);
  });

  test('names and queries are bounded', async () => {
    const owner = await signUp();
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`p${'x'.repeat(at)}`, 'v']));
    for (const body of [
      { name: 'x'.repeat(101), query: {} },
      { name: 'x', query: many },
      { name: 'x', query: { q: 'x'.repeat(201) } },
    ])
      expect((await create(owner, body)).status).toBe(422);
  });
});
