import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { type DocumentView, documentSchema } from '#core/contract/documents';
import { bulkResponseSchema, commentListSchema, nextReviewSchema, reviewQueueSchema } from '#core/contract/review';
import { DOCUMENT_STATUSES, type DocumentStatus } from '#core/domain/document-status';
import { type Answer, call } from '#core/testing/call';
import { accepted, untilTerminal } from '#core/testing/documents';
import { addMember } from '#core/testing/members';
import { type Owner, signUp } from '#core/testing/sign-up';
import { sweep } from '../../worker/sweep.ts';

/** The life of a document after it was read: decisions, locks and the queue. */

async function processed(owner: Owner, status: DocumentStatus = 'needs_review'): Promise<string> {
  const { document } = await accepted(owner.accessToken);
  await untilTerminal(owner.accessToken, document.id);
  await env.DB.prepare('UPDATE documents SET status = ?, updated_at = updated_at + 1 WHERE id = ?')
    .bind(status, document.id)
    .run();
  return document.id;
}

const post = (owner: Pick<Owner, 'accessToken'>, path: string, json?: unknown): Promise<Answer> =>
  call('POST', `/api/v1${path}`, { token: owner.accessToken, ...(json !== undefined && { json }) });
const act = (owner: Pick<Owner, 'accessToken'>, id: string, action: string, json?: unknown) =>
  post(owner, `/documents/${id}/${action}`, json);
const documentOf = (answer: Answer): DocumentView => {
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
  return documentSchema.parse(Object(answer.json).document);
};
const codeOf = (answer: Answer): unknown => Object(answer.json).code;
const events = async (owner: Owner, id: string, action: string): Promise<number> => {
  const answer = await call('GET', `/api/v1/documents/${id}/events?limit=200`, { token: owner.accessToken });
  const { data }: { data: { action: string }[] } = Object(answer.json);
  return data.filter((event) => event.action === action).length;
};
const later = (ms: number) => new Date(Date.now() + ms).toISOString();

describe('each decision', () => {
  const FINISHED = ['completed', 'needs_review', 'failed', 'approved', 'rejected'];
  const POSSIBLE: Readonly<Record<string, readonly string[]>> = {
    approve: ['completed', 'needs_review'],
    reject: ['completed', 'needs_review'],
    reopen: ['approved', 'rejected'],
    reprocess: FINISHED,
    cancel: ['received', 'queued', 'processing'],
    postpone: ['completed', 'needs_review', 'failed'],
    lock: FINISHED,
  };
  const BODIES: Readonly<Record<string, unknown>> = {
    reject: { reason: 'Not ours' },
    postpone: { until: '2999-01-01T00:00:00Z' },
  };

  test.each(Object.keys(POSSIBLE))('%s is possible in its statuses and in no other', async (action) => {
    const owner = await signUp();
    const body = action === 'postpone' ? { until: later(3_600_000) } : BODIES[action];
    const outcomes: Record<string, unknown> = {};
    for (const status of DOCUMENT_STATUSES) {
      const answer = await act(owner, await processed(owner, status), action, body);
      outcomes[status] = answer.status === 200 ? 200 : codeOf(answer);
    }
    const expected = DOCUMENT_STATUSES.map((status) => [
      status,
      POSSIBLE[action]?.includes(status) ? 200 : 'invalid_state',
    ]);
    expect(outcomes).toEqual(Object.fromEntries(expected));
  });

  test('made by twenty at once has one effect and one audit event', async () => {
    const owner = await signUp();
    const id = await processed(owner);
    const answers = await Promise.all(Array.from({ length: 20 }, () => act(owner, id, 'approve')));
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status !== 200).map(codeOf)).toEqual(Array(19).fill('invalid_state'));
    expect(await events(owner, id, 'document.approved')).toBe(1);
  });

  test('repeated with its idempotency key gets the first answer', async () => {
    const owner = await signUp();
    const id = await processed(owner);
    const ask = () =>
      call('POST', `/api/v1/documents/${id}/approve`, {
        token: owner.accessToken,
        json: {},
        headers: { 'idempotency-key': 'approve-once' },
      });
    const [first, second] = [await ask(), await ask()];
    expect(second.status).toBe(200);
    expect(second.json).toEqual(first.json);
  });
});

describe('approval', () => {
  test('of a version that is no longer current is refused', async () => {
    const owner = await signUp();
    const id = await processed(owner);
    expect(codeOf(await act(owner, id, 'approve', { version: 2 }))).toBe('version_conflict');
    expect(documentOf(await act(owner, id, 'approve', { version: 1 })).status).toBe('approved');
  });

  test('by two people is given by two people', async () => {
    const owner = await signUp();
    const second = await addMember(owner, 'approver');
    const policy = {
      undo_minutes: 10,
      two_person: 'always',
      two_person_amount: '0',
      grace_days: 30,
      duplicates: 'flag',
    };
    expect((await call('PUT', '/api/v1/review/policy', { token: owner.accessToken, json: policy })).status).toBe(200);
    const id = await processed(owner);
    expect(documentOf(await act(owner, id, 'approve'))).toMatchObject({
      status: 'needs_review',
      first_approval: { by: owner.userId },
    });
    expect(codeOf(await act(owner, id, 'approve'))).toBe('second_person_required');
    expect(documentOf(await act(second, id, 'approve'))).toMatchObject({
      status: 'approved',
      review: { by: second.userId },
    });
  });

  test.each([
    ['100', 'approved'],
    ['99999', 'needs_review'],
  ])('with a threshold asks for two only from it: %s', async (total, status) => {
    const owner = await signUp();
    const policy = {
      undo_minutes: 10,
      two_person: 'from_amount',
      two_person_amount: '5000',
      grace_days: 30,
      duplicates: 'flag',
    };
    await call('PUT', '/api/v1/review/policy', { token: owner.accessToken, json: policy });
    const id = await processed(owner);
    await env.DB.prepare('UPDATE documents SET total_amount = ? WHERE id = ?').bind(total, id).run();
    expect(documentOf(await act(owner, id, 'approve')).status).toBe(status);
  });

  test('can be undone by whoever gave it, for a time, until it was exported', async () => {
    const owner = await signUp();
    const other = await addMember(owner, 'approver');
    const id = await processed(owner, 'completed');
    await act(owner, id, 'approve');
    expect(codeOf(await act(other, id, 'undo'))).toBe('invalid_state');
    expect(documentOf(await act(owner, id, 'undo'))).toMatchObject({ status: 'completed', review: null });
    expect(codeOf(await act(owner, id, 'undo'))).toBe('invalid_state');
    await act(owner, id, 'approve');
    await env.DB.prepare('UPDATE documents SET exported_at = 1 WHERE id = ?').bind(id).run();
    expect(codeOf(await act(owner, id, 'undo'))).toBe('invalid_state');
    await env.DB.prepare('UPDATE documents SET exported_at = NULL, reviewed_at = 1 WHERE id = ?').bind(id).run();
    expect(codeOf(await act(owner, id, 'undo'))).toBe('invalid_state');
  });
});

describe('a lock', () => {
  test('keeps decisions of others away until it expires', async () => {
    const owner = await signUp();
    const clerk = await addMember(owner, 'approver');
    const id = await processed(owner);
    expect(documentOf(await act(clerk, id, 'lock')).lock?.user_id).toBe(clerk.userId);
    expect(codeOf(await act(owner, id, 'lock'))).toBe('locked');
    expect(codeOf(await act(owner, id, 'approve'))).toBe('locked');
    expect(codeOf(await act(owner, id, 'unlock'))).toBe('locked');
    await env.DB.prepare('UPDATE documents SET locked_until = 1 WHERE id = ?').bind(id).run();
    expect((await act(owner, id, 'approve')).status).toBe(200);
  });

  test('asked for by twenty at once has one holder, and one audit event', async () => {
    const owner = await signUp();
    const id = await processed(owner);
    const clerks = [owner, ...(await Promise.all([1, 2, 3].map(() => addMember(owner, 'approver'))))];
    const asked = Array.from({ length: 20 }, (_, at) => clerks[at % clerks.length] ?? owner);
    const answers = await Promise.all(asked.map((clerk) => act(clerk, id, 'lock')));
    const holders = new Set(
      answers.filter(({ status }) => status === 200).map((answer) => documentOf(answer).lock?.user_id),
    );
    expect(holders.size).toBe(1);
    expect(new Set(answers.filter(({ status }) => status !== 200).map(codeOf))).toEqual(new Set(['locked']));
    expect(await events(owner, id, 'document.locked')).toBe(1);
  });

  test('is taken over by those who assign, and by no one else', async () => {
    const owner = await signUp();
    const clerk = await addMember(owner, 'user');
    const id = await processed(owner);
    await act(owner, id, 'lock');
    expect((await act(clerk, id, 'lock', { take_over: true })).status).toBe(403);
    const manager = await addMember(owner, 'manager');
    expect(documentOf(await act(manager, id, 'lock', { take_over: true })).lock?.user_id).toBe(manager.userId);
  });

  test('is audited when it changes hands, not when it is extended', async () => {
    const owner = await signUp();
    const id = await processed(owner);
    for (let i = 0; i < 3; i++) await act(owner, id, 'lock');
    expect(await events(owner, id, 'document.locked')).toBe(1);
    await act(owner, id, 'unlock');
    await act(owner, id, 'unlock');
    expect(await events(owner, id, 'document.unlocked')).toBe(1);
  });
});

describe('the review queue', () => {
  const next = async (who: Pick<Owner, 'accessToken'>, json: unknown = {}) =>
    nextReviewSchema.parse((await post(who, '/review/next', json)).json);

  test('hands out each document once, to twenty at a time', async () => {
    const owner = await signUp();
    const ids: string[] = [];
    for (let i = 0; i < 12; i++) ids.push(await processed(owner));
    const clerks = await Promise.all([
      addMember(owner, 'approver'),
      addMember(owner, 'approver'),
      addMember(owner, 'user'),
    ]);
    const handed = await Promise.all(Array.from({ length: 20 }, (_, at) => next(clerks[at % 3] ?? owner)));
    // A person who asks again is handed the document that they have: it is still theirs.
    const holders = new Map<string, Set<string>>();
    for (const [at, { document }] of handed.entries())
      if (document) holders.set(document.id, (holders.get(document.id) ?? new Set()).add(String(at % 3)));
    for (const people of holders.values()) expect(people.size).toBe(1);
    expect(holders.size).toBe(3);
  });

  test('gives the oldest, the dearest or by vendor, and skips what it is told to skip', async () => {
    const owner = await signUp();
    const [a, b] = [await processed(owner), await processed(owner)];
    await env.DB.prepare("UPDATE documents SET total_amount = '9', vendor_name = 'Zed' WHERE id = ?").bind(a).run();
    await env.DB.prepare("UPDATE documents SET total_amount = '10', vendor_name = 'acme' WHERE id = ?").bind(b).run();
    expect((await next(owner, { order: 'age', prefetch: 2 })).document?.id).toBe(a);
    await act(owner, a, 'unlock');
    expect((await next(owner, { order: 'amount' })).document?.id).toBe(b);
    await act(owner, b, 'unlock');
    expect((await next(owner, { order: 'vendor' })).document?.id).toBe(b);
    const third = await next(owner, { skip: [b], prefetch: 1 });
    expect(third.document?.id).toBe(a);
    expect(third.remaining).toBe(1);
  });

  test('leaves out postponed documents and those assigned to others, and counts them', async () => {
    const owner = await signUp();
    const clerk = await addMember(owner, 'approver');
    const [postponed, assigned, open] = [await processed(owner), await processed(owner), await processed(owner)];
    await processed(owner, 'failed');
    await act(owner, postponed, 'postpone', { until: later(3_600_000) });
    await act(owner, assigned, 'assign', { user_id: clerk.userId });
    expect((await next(owner)).document?.id).toBe(open);
    expect((await next(clerk)).document?.id).toBe(assigned);
    const queue = await call('GET', '/api/v1/review/queue?show=postponed', { token: clerk.accessToken });
    const { counts, data } = reviewQueueSchema.parse(queue.json);
    expect(counts).toEqual({ needs_review: 2, unassigned: 1, mine: 1, postponed: 1, failed: 1 });
    expect(data.map(({ id }) => id)).toEqual([postponed]);
  });

  test.each(['age', 'amount', 'vendor'])('pages through every document once by %s', async (order) => {
    const owner = await signUp();
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.push(await processed(owner));
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query = `?limit=2&order=${order}${cursor ? `&cursor=${cursor}` : ''}`;
      const page = reviewQueueSchema.parse(
        (await call('GET', `/api/v1/review/queue${query}`, { token: owner.accessToken })).json,
      );
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.next_cursor;
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });
});

describe('deletion', () => {
  test('hides a document, can be taken back, and is final after the grace period', async () => {
    const owner = await signUp();
    const id = await processed(owner);
    const read = () => call('GET', `/api/v1/documents/${id}`, { token: owner.accessToken });
    const remove = () => call('DELETE', `/api/v1/documents/${id}`, { token: owner.accessToken });
    expect((await remove()).status).toBe(200);
    expect((await read()).status).toBe(404);
    expect((await remove()).status).toBe(404);
    expect((await act(owner, id, 'restore')).status).toBe(200);
    expect((await read()).status).toBe(200);
    await act(owner, id, 'comments', { text: 'Gone soon' });
    await remove();
    await env.DB.prepare('UPDATE documents SET deleted_at = 1 WHERE id = ?').bind(id).run();
    expect((await act(owner, id, 'restore')).status).toBe(404);
    const prefix = `${owner.organizationId}/${id}/`;
    expect((await env.FILES.list({ prefix })).objects).not.toEqual([]);
    const execution = createExecutionContext();
    await sweep(env, execution);
    await waitOnExecutionContext(execution);
    expect((await env.FILES.list({ prefix })).objects).toEqual([]);
    for (const table of ['documents', 'jobs', 'results', 'comments']) {
      const column = table === 'documents' ? 'id' : 'document_id';
      const row = await env.DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${column} = ?`).bind(id).first('n');
      expect([table, row]).toEqual([table, 0]);
    }
    const audit = await env.DB.prepare(
      "SELECT count(*) AS n FROM audit_events WHERE target_id = ? AND action = 'document.purged'",
    );
    expect(await audit.bind(id).first('n')).toBe(1);
  });
});

describe('processing', () => {
  test('again keeps the earlier result readable and ends with a new one', async () => {
    const owner = await signUp();
    const id = await processed(owner, 'approved');
    expect(documentOf(await act(owner, id, 'reprocess')).status).toBe('queued');
    const document = await untilTerminal(owner.accessToken, id);
    expect(document).toMatchObject({ status: 'completed', review: null });
    const runs = await env.DB.prepare('SELECT count(*) AS n FROM results WHERE document_id = ?').bind(id).first('n');
    expect(runs).toBe(2);
  });

  test('that was cancelled stores nothing', async () => {
    const owner = await signUp();
    const id = await processed(owner);
    await env.DB.batch([
      env.DB.prepare("UPDATE documents SET status = 'processing', updated_at = updated_at + 1 WHERE id = ?").bind(id),
      env.DB.prepare("UPDATE jobs SET status = 'processing', lease_until = 9e15 WHERE document_id = ?").bind(id),
    ]);
    expect(documentOf(await act(owner, id, 'cancel'))).toMatchObject({
      status: 'failed',
      error: { code: 'cancelled' },
    });
    const job = await env.DB.prepare('SELECT status, error_code FROM jobs WHERE document_id = ?').bind(id).first();
    expect(job).toEqual({ status: 'failed', error_code: 'cancelled' });
  });
});

describe('decisions on many documents', () => {
  test('are made on each by itself', async () => {
    const owner = await signUp();
    const other = await signUp('Other');
    const [open, approved, foreign] = [
      await processed(owner),
      await processed(owner, 'approved'),
      await processed(other),
    ];
    const answer = await post(owner, '/documents/bulk', {
      action: 'approve',
      ids: [open, approved, foreign, 'doc_none'],
    });
    expect(bulkResponseSchema.parse(answer.json).results).toEqual([
      { id: open, ok: true },
      { id: approved, ok: false, code: 'invalid_state' },
      { id: foreign, ok: false, code: 'not_found' },
      { id: 'doc_none', ok: false, code: 'not_found' },
    ]);
    expect(await events(owner, open, 'document.approved')).toBe(1);
  });

  test('need the permission of the action', async () => {
    const owner = await signUp();
    const viewer = await addMember(owner, 'viewer');
    const answer = await post(viewer, '/documents/bulk', { action: 'delete', ids: [await processed(owner)] });
    expect(answer.status).toBe(403);
  });

  test.each(['reprocess', 'delete', 'assign', 'postpone'])('include %s', async (action) => {
    const owner = await signUp();
    const ids = [await processed(owner), await processed(owner)];
    const body = { action, ids, keep_confirmed: false, user_id: owner.userId, until: later(60_000) };
    const { results } = bulkResponseSchema.parse((await post(owner, '/documents/bulk', body)).json);
    expect(results).toEqual(ids.map((id) => ({ id, ok: true })));
  });
});

test('comments are listed in their order, and reach nobody outside', async () => {
  const owner = await signUp();
  const id = await processed(owner);
  for (const text of ['First', 'Second\nline']) expect((await act(owner, id, 'comments', { text })).status).toBe(201);
  const answer = await call('GET', `/api/v1/documents/${id}/comments`, { token: owner.accessToken });
  expect(commentListSchema.parse(answer.json).data.map(({ text }) => text)).toEqual(['First', 'Second\nline']);
  const stranger = await signUp('Stranger');
  expect((await call('GET', `/api/v1/documents/${id}/comments`, { token: stranger.accessToken })).status).toBe(404);
});

test('a member can be made responsible, anyone else cannot', async () => {
  const owner = await signUp();
  const stranger = await signUp('Stranger');
  const id = await processed(owner);
  expect(documentOf(await act(owner, id, 'assign', { user_id: owner.userId })).assignee_id).toBe(owner.userId);
  expect((await act(owner, id, 'assign', { user_id: stranger.userId })).status).toBe(422);
  expect(documentOf(await act(owner, id, 'assign', { user_id: null })).assignee_id).toBeNull();
});
