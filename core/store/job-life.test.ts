import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connectTenant } from '../db/connect.ts';
import { auditEvents, documents, jobs, outbox, results, usageLines } from '../db/schema/tenant.ts';
import type { JobMessage } from '../jobs/message.ts';
import { storeDocument } from '../testing/stored-document.ts';
import { claimJob, extendLease, releaseJob, seizeJob } from './claim-job.ts';
import { failJob, finishJob } from './end-job.ts';
import type { Claim } from './job-guards.ts';
import { listDueOutbox, postponeOutbox } from './system.ts';

const db = connectTenant({ DB: env.DB }, 'DB');
const terms = (now: number) => ({ now, leaseMs: 60_000, maxAttempts: 3 });
const LATER = 61_000;

async function claimed(message: JobMessage, now: number): Promise<Claim> {
  const outcome = await claimJob(db, message.organizationId, message, terms(now));
  if (outcome.kind !== 'claimed') throw new TypeError(`not claimed but ${outcome.kind}`);
  return outcome.claim;
}

const audit = (message: JobMessage, now: number) => ({
  actorKind: 'system' as const,
  actorId: message.jobId,
  action: 'document.completed' as const,
  targetKind: 'document',
  targetId: message.documentId,
  outcome: 'success' as const,
  requestId: message.requestId,
  ip: null,
  userAgent: null,
  occurredAt: now,
});

const run = (message: JobMessage, now: number) => ({
  status: 'completed' as const,
  mediaType: 'application/pdf',
  documentType: 'invoice' as const,
  method: 'text-layer' as const,
  pageCount: 2,
  objectKey: `${message.jobId}/result`,
  sha256: 'ab',
  size: 2,
  billedPages: 2,
  summary: {
    vendorName: null,
    vendorState: null,
    documentNumber: null,
    documentDate: null,
    totalAmount: null,
    totalValue: null,
    currency: null,
    fieldsProved: 0,
    fieldsSupported: 0,
    fieldsToReview: 0,
    fieldsConfirmed: 0,
    stops: 0,
    duplicateKey: null,
  },
  words: { values: ['acme'], text: ['invoice'] },
  duplicate: null,
  audit: audit(message, now),
});

async function traces(message: JobMessage) {
  const [document] = await db.select().from(documents).where(eq(documents.id, message.documentId));
  const [job] = await db.select().from(jobs).where(eq(jobs.id, message.jobId));
  return {
    status: document?.status,
    job: job?.status,
    results: (await db.select().from(results).where(eq(results.documentId, message.documentId))).length,
    usage: (await db.select().from(usageLines).where(eq(usageLines.documentId, message.documentId))).map(
      (line) => line.pages,
    ),
    events: (await db.select().from(auditEvents).where(eq(auditEvents.targetId, message.documentId))).map(
      (e) => e.action,
    ),
    outbox: (await db.select().from(outbox).where(eq(outbox.id, message.jobId))).length,
  };
}

test('of eight claims at once exactly one wins and the others find the job held', async () => {
  const message = await storeDocument(env, new Uint8Array([1]));
  const now = Date.now();
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, () => claimJob(db, message.organizationId, message, terms(now))),
  );
  expect(outcomes.filter((outcome) => outcome.kind === 'claimed')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome.kind === 'held')).toHaveLength(7);
});

test('a finished run is one result, one usage line, one audit event and no outbox row, however often it is ended', async () => {
  const message = await storeDocument(env, new Uint8Array([1]));
  const now = Date.now();
  const claim = await claimed(message, now);
  expect(await finishJob(db, message.organizationId, claim, run(message, now), now)).toBe(true);
  expect(await finishJob(db, message.organizationId, claim, run(message, now), now)).toBe(false);
  expect((await claimJob(db, message.organizationId, message, terms(now))).kind).toBe('over');
  expect(await traces(message)).toMatchObject({
    status: 'completed',
    job: 'completed',
    results: 1,
    usage: [2],
    outbox: 0,
  });
});

test('a claim whose lease ran out and was taken over can neither finish nor fail the job', async () => {
  const message = await storeDocument(env, new Uint8Array([1]));
  const now = Date.now();
  const slow = await claimed(message, now);
  const quick = await claimed(message, now + LATER);
  expect(await extendLease(db, message.organizationId, slow, now + 2 * LATER)).toBe(false);
  expect(await finishJob(db, message.organizationId, slow, run(message, now), now + LATER)).toBe(false);
  const failure = { code: 'damaged' as const, message: 'x', audit: audit(message, now) };
  expect(await failJob(db, message.organizationId, slow, failure, now + LATER)).toBe(false);
  expect(await traces(message)).toMatchObject({
    status: 'processing',
    results: 0,
    usage: [],
    events: ['document.created'],
  });
  expect(await finishJob(db, message.organizationId, quick, run(message, now), now + LATER)).toBe(true);
  expect(await traces(message)).toMatchObject({ status: 'completed', results: 1, usage: [2] });
});

test('a failed run says why, counts no usage and leaves no outbox row', async () => {
  const message = await storeDocument(env, new Uint8Array([1]));
  const now = Date.now();
  const claim = await claimed(message, now);
  const failure = { code: 'encrypted' as const, message: 'needs a password', audit: audit(message, now) };
  expect(await failJob(db, message.organizationId, claim, failure, now)).toBe(true);
  expect(await traces(message)).toMatchObject({ status: 'failed', job: 'failed', results: 0, usage: [], outbox: 0 });
});

test('attempts end: after the last lease ran out the job is exhausted and can be seized once', async () => {
  const message = await storeDocument(env, new Uint8Array([1]));
  let now = Date.now();
  for (let attempt = 1; attempt <= 3; attempt++) {
    await claimed(message, now);
    now += LATER;
  }
  expect((await claimJob(db, message.organizationId, message, terms(now))).kind).toBe('exhausted');
  expect(await seizeJob(db, message.organizationId, message, now, 1000)).not.toBeNull();
  expect(await seizeJob(db, message.organizationId, message, now, 1000)).toBeNull();
});

test('the sweeper sees a job when nobody claimed it, not while it is claimed, and again when the lease ran out', async () => {
  const message = await storeDocument(env, new Uint8Array([1]));
  const now = Date.now();
  const due = async (at: number) => (await listDueOutbox(db, at, 10_000)).filter((row) => row.id === message.jobId);
  expect(await due(now)).toHaveLength(0);
  expect(await due(now + LATER)).toHaveLength(1);
  const claim = await claimed(message, now + LATER);
  expect(await due(now + LATER + 1_000)).toHaveLength(0);
  const [row] = await due(now + 2 * LATER);
  if (!row) throw new TypeError('the row should be due');
  expect(await postponeOutbox(db, row, now + 3 * LATER)).toBe(true);
  expect(await postponeOutbox(db, row, now + 3 * LATER)).toBe(false);
  await releaseJob(db, message.organizationId, claim, now + LATER, now + LATER + 5_000);
  expect(await due(now + LATER + 5_000)).toHaveLength(1);
  expect((await traces(message)).job).toBe('queued');
});

test('another organization cannot claim a job even with its exact ids', async () => {
  const mine = await storeDocument(env, new Uint8Array([1]));
  const theirs = await storeDocument(env, new Uint8Array([1]));
  expect((await claimJob(db, mine.organizationId, theirs, terms(Date.now()))).kind).toBe('over');
  expect((await traces(theirs)).job).toBe('queued');
});
