import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connectTenant } from '#core/db/connect';
import { auditEvents, documents, usageLines } from '#core/db/schema/tenant';
import { DEAD_LETTER_QUEUE, JOB_QUEUE } from '#core/domain/queues';
import type { JobMessage } from '#core/jobs/message';
import { bytesOf, sampleInvoice } from '#core/testing/sample-invoice';
import { storeDocument } from '#core/testing/stored-document';
import { consumeBatch } from './consume.ts';
import type { Environment } from './environment.ts';

const db = connectTenant({ DB: env.DB }, 'DB');

const UBL = sampleInvoice();

async function deliver(messages: readonly JobMessage[], queue = JOB_QUEUE, attempts = 1, bindings: Environment = env) {
  const batch = createMessageBatch(
    queue,
    messages.map((body) => ({ id: body.jobId, timestamp: new Date(), attempts, body })),
  );
  const context = createExecutionContext();
  await consumeBatch(batch, bindings);
  return getQueueResult(batch, context);
}

async function documentOf(message: JobMessage) {
  const [row] = await db.select().from(documents).where(eq(documents.id, message.documentId));
  return row;
}

test('a poisoned message in the middle is tried again alone; its neighbours are done and acknowledged', async () => {
  const [first, poisoned, last] = [
    await storeDocument(env, UBL),
    await storeDocument(env, UBL),
    await storeDocument(env, UBL),
  ];
  const failing: Environment = {
    ...env,
    FILES: new Proxy(env.FILES, {
      get: (bucket, name) =>
        name === 'get'
          ? (key: string) => (key.includes(poisoned.documentId) ? Promise.reject(new Error('disk')) : bucket.get(key))
          : bucket[name as keyof R2Bucket].bind(bucket),
    }),
  };
  const outcome = await deliver([first, poisoned, last], JOB_QUEUE, 1, failing);
  expect(outcome.explicitAcks.sort()).toEqual([first.jobId, last.jobId].sort());
  expect(outcome.retryMessages.map((message) => message.msgId)).toEqual([poisoned.jobId]);
  expect((await documentOf(first))?.errorCode).toBeNull();
  expect((await documentOf(last))?.status).not.toBe('queued');
  const again = await deliver([poisoned], JOB_QUEUE, 2);
  expect(again.explicitAcks).toEqual([poisoned.jobId]);
  expect((await documentOf(poisoned))?.status).toMatch(/completed|needs_review/);
});

test('a message delivered twice is processed once: one usage line, one event', async () => {
  const message = await storeDocument(env, UBL);
  await deliver([message, message]);
  await deliver([message]);
  expect(await db.select().from(usageLines).where(eq(usageLines.documentId, message.documentId))).toHaveLength(1);
  const events = await db.select().from(auditEvents).where(eq(auditEvents.targetId, message.documentId));
  expect(events.map((event) => event.action).sort()[0]).toMatch(
    /^document\.(completed|needs_review)$|^document\.created$/,
  );
  expect(events).toHaveLength(2);
});

test.each([
  ['empty', new Uint8Array(0)],
  ['unsupported_media_type', bytesOf('OggS and sound after it')],
  ['damaged', bytesOf('%PDF-1.7\nnot really a PDF')],
])(
  'a file that cannot be read ends as failed with the reason %s, is acknowledged and keeps its original',
  async (code, bytes) => {
    const message = await storeDocument(env, bytes);
    const outcome = await deliver([message]);
    expect(outcome.explicitAcks).toEqual([message.jobId]);
    expect(await documentOf(message)).toMatchObject({ status: 'failed', errorCode: code });
    expect(await env.FILES.head(`${message.organizationId}/${message.documentId}/original`)).not.toBeNull();
    expect(await db.select().from(usageLines).where(eq(usageLines.documentId, message.documentId))).toHaveLength(0);
  },
);

test('a missing original is a typed failure', async () => {
  const message = await storeDocument(env, UBL);
  await env.FILES.delete(`${message.organizationId}/${message.documentId}/original`);
  await deliver([message]);
  expect(await documentOf(message)).toMatchObject({ status: 'failed', errorCode: 'source_missing' });
});

test('a dead letter ends its document visibly, and leaves a finished one alone', async () => {
  const [waiting, done] = [await storeDocument(env, UBL), await storeDocument(env, UBL)];
  await deliver([done]);
  const before = (await documentOf(done))?.status;
  const outcome = await deliver([waiting, done], DEAD_LETTER_QUEUE);
  expect(outcome.explicitAcks).toHaveLength(2);
  expect(await documentOf(waiting)).toMatchObject({ status: 'failed', errorCode: 'processing_failed' });
  expect((await documentOf(done))?.status).toBe(before);
});

test('a message that is none of ours is dropped without touching the others', async () => {
  const message = await storeDocument(env, UBL);
  const batch = createMessageBatch(JOB_QUEUE, [
    { id: 'stranger', timestamp: new Date(), attempts: 1, body: { v: 9 } as never },
    { id: message.jobId, timestamp: new Date(), attempts: 1, body: message },
  ]);
  await consumeBatch(batch, env);
  const outcome = await getQueueResult(batch, createExecutionContext());
  expect(outcome.explicitAcks.sort()).toEqual([message.jobId, 'stranger'].sort());
  expect((await documentOf(message))?.status).not.toBe('queued');
});

/**
 * Processes a batch with these costs. Returns which jobs were read, in order, and which were sent back to the queue.
 */
async function readMixed(costs: readonly (number | undefined)[]) {
  const stored = await Promise.all(costs.map(() => storeDocument(env, UBL)));
  const messages = stored.map(({ cost: _, ...message }, index): JobMessage => {
    const cost = costs[index];
    return cost === undefined ? message : { ...message, cost };
  });
  const sentBack: JobMessage[] = [];
  const read: string[] = [];
  const bindings: Environment = {
    ...env,
    JOBS: new Proxy(env.JOBS, {
      get: (queue, name) =>
        name === 'sendBatch'
          ? async (batch: readonly { body: JobMessage }[]) => void sentBack.push(...batch.map(({ body }) => body))
          : queue[name as keyof Queue].bind(queue),
    }),
    FILES: new Proxy(env.FILES, {
      get: (bucket, name) =>
        name === 'get'
          ? (key: string) => {
              read.push(key.split('/')[1] ?? '');
              return bucket.get(key);
            }
          : bucket[name as keyof R2Bucket].bind(bucket),
    }),
  };
  const outcome = await deliver(messages, JOB_QUEUE, 1, bindings);
  const nameOf = (id: string) => messages.findIndex(({ documentId }) => documentId === id);
  return { outcome, order: read.map(nameOf), later: sentBack.map((each) => nameOf(each.documentId)), sentBack };
}

test('of a mixed batch everything light is read first, then one heavy document; the others go back behind newcomers', async () => {
  const { outcome, order, later, sentBack } = await readMixed([9_000, 40, 7_000, undefined, 10]);
  expect(outcome.explicitAcks).toHaveLength(5);
  expect(order.slice(0, 2).toSorted()).toEqual([1, 4]);
  expect(order.slice(2)).toEqual([3]);
  expect(later.toSorted()).toEqual([0, 2]);
  expect(sentBack.map(({ waited }) => waited)).toEqual([1, 1]);
  const again = await deliver(sentBack);
  expect(again.explicitAcks).toHaveLength(2);
});

test('light documents are read beside each other', async () => {
  const messages = await Promise.all([1, 2].map(async () => ({ ...(await storeDocument(env, UBL)), cost: 1 })));
  let arrived = 0;
  const bothAreThere = Promise.withResolvers<void>();
  const meeting: Environment = {
    ...env,
    FILES: new Proxy(env.FILES, {
      get: (bucket, name) =>
        name === 'get'
          ? async (key: string) => {
              arrived += 1;
              if (arrived === messages.length) bothAreThere.resolve();
              // Sequential processing would wait here forever.
              await bothAreThere.promise;
              return bucket.get(key);
            }
          : bucket[name as keyof R2Bucket].bind(bucket),
    }),
  };
  expect((await deliver(messages, JOB_QUEUE, 1, meeting)).explicitAcks).toHaveLength(2);
});

test('a queue that takes nothing back costs nobody their turn', async () => {
  const messages = await Promise.all([1, 2, 3].map(async () => ({ ...(await storeDocument(env, UBL)), cost: 9_000 })));
  const refusing: Environment = {
    ...env,
    JOBS: new Proxy(env.JOBS, { get: () => () => Promise.reject(new Error('Queue send failed')) }),
  };
  expect((await deliver(messages, JOB_QUEUE, 1, refusing)).explicitAcks).toHaveLength(3);
  for (const message of messages) expect((await documentOf(message))?.status).toMatch(/completed|needs_review/);
});

test('a damaged original is a typed failure, and never a result', async () => {
  const cut = await storeDocument(env, UBL);
  const changed = await storeDocument(env, UBL);
  await env.FILES.put(`${cut.organizationId}/${cut.documentId}/original`, UBL.slice(0, -100));
  await env.FILES.put(
    `${changed.organizationId}/${changed.documentId}/original`,
    UBL.map((byte, index) => (index === 60 ? byte ^ 1 : byte)),
  );
  await deliver([cut, changed]);
  for (const message of [cut, changed]) {
    expect(await documentOf(message)).toMatchObject({ status: 'failed', errorCode: 'source_damaged' });
    expect(await db.select().from(usageLines).where(eq(usageLines.documentId, message.documentId))).toHaveLength(0);
    expect((await env.FILES.list({ prefix: `${message.organizationId}/` })).objects).toHaveLength(1);
  }
});
