import { and, eq, inArray, lt, or, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { auditEvents, documents, jobs, outbox, results, usageLines } from '../db/schema/tenant.ts';
import type { DocumentStatus } from '../domain/document-status.ts';
import type { DocumentType } from '../domain/document-types.ts';
import type { DocumentErrorCode } from '../domain/error-codes.ts';
import type { DocumentId, JobId, OrganizationId } from '../domain/id.ts';
import type { ReadMethod } from '../domain/result.ts';
import { newId } from '../platform/ids.ts';
import { type AuditEvent, auditRow } from './audit.ts';
import { insertWhen } from './insert-when.ts';

/**
 * The life of a job: claimed by a conditional UPDATE with a lease, ended by a batch in which every statement asks
 * whether the claim still holds. However often a message is delivered, one claim ends the job, once.
 */
export interface JobReference {
  readonly jobId: JobId;
  readonly documentId: DocumentId;
}

export interface Claim extends JobReference {
  /** Unique per claim; whoever holds it may end the job. */
  readonly leaseToken: string;
}

export type ClaimOutcome =
  | { readonly kind: 'claimed'; readonly claim: Claim; readonly attempt: number }
  /** Ended already, or no such job: the message is spent. */
  | { readonly kind: 'over' }
  /** Somebody is at work; the sweeper comes back when the lease ends. */
  | { readonly kind: 'held' }
  /** Every attempt is used up and nobody is at work. */
  | { readonly kind: 'exhausted' };

const theJob = (organizationId: OrganizationId, job: JobReference) =>
  and(eq(jobs.organizationId, organizationId), eq(jobs.id, job.jobId), eq(jobs.documentId, job.documentId));

/** SQL that holds while, or once, `claim` owns the job in that status. */
const owns = (organizationId: OrganizationId, claim: Claim, status: 'processing' | 'completed' | 'failed' | 'queued') =>
  sql`EXISTS (SELECT 1 FROM ${jobs} WHERE ${jobs.organizationId} = ${organizationId} AND ${jobs.id} = ${claim.jobId}
    AND ${jobs.leaseToken} = ${claim.leaseToken} AND ${jobs.status} = ${status})`;

/** SQL that holds until the batch that ends the job has deleted its outbox row: what follows from the end, follows once. */
const notYetTold = (organizationId: OrganizationId, claim: Claim) =>
  sql`EXISTS (SELECT 1 FROM ${outbox} WHERE ${outbox.organizationId} = ${organizationId} AND ${outbox.id} = ${claim.jobId})`;

const theDocument = (organizationId: OrganizationId, job: JobReference) =>
  and(
    eq(documents.organizationId, organizationId),
    eq(documents.id, job.documentId),
    eq(documents.currentJobId, job.jobId),
  );

const theOutboxRow = (organizationId: OrganizationId, job: JobReference) =>
  and(eq(outbox.organizationId, organizationId), eq(outbox.id, job.jobId));

export async function claimJob(
  db: TenantDatabase,
  organizationId: OrganizationId,
  job: JobReference,
  terms: { readonly now: number; readonly leaseMs: number; readonly maxAttempts: number },
): Promise<ClaimOutcome> {
  const { now, leaseMs, maxAttempts } = terms;
  const claim: Claim = { jobId: job.jobId, documentId: job.documentId, leaseToken: newId('event', now) };
  const leaseUntil = now + leaseMs;
  const isFree = or(eq(jobs.status, 'queued'), and(eq(jobs.status, 'processing'), lt(jobs.leaseUntil, now)));
  const [claimed, , , [row]] = await db.batch([
    db
      .update(jobs)
      .set({
        status: 'processing',
        leaseToken: claim.leaseToken,
        leaseUntil,
        attempts: sql`${jobs.attempts} + 1`,
        startedAt: sql`coalesce(${jobs.startedAt}, ${now})`,
        updatedAt: now,
      })
      .where(and(theJob(organizationId, job), isFree, lt(jobs.attempts, maxAttempts)))
      .returning({ attempt: jobs.attempts }),
    db
      .update(documents)
      .set({ status: 'processing', updatedAt: now })
      .where(
        and(
          theDocument(organizationId, job),
          inArray(documents.status, ['received', 'queued']),
          owns(organizationId, claim, 'processing'),
        ),
      ),
    db
      .update(outbox)
      .set({ availableAt: leaseUntil })
      .where(and(theOutboxRow(organizationId, job), owns(organizationId, claim, 'processing'))),
    db.select({ status: jobs.status, leaseUntil: jobs.leaseUntil }).from(jobs).where(theJob(organizationId, job)),
  ]);
  const [won] = claimed;
  if (won) return { kind: 'claimed', claim, attempt: won.attempt };
  if (!row || row.status === 'completed' || row.status === 'failed') return { kind: 'over' };
  if (row.status === 'processing' && (row.leaseUntil ?? 0) >= now) return { kind: 'held' };
  return { kind: 'exhausted' };
}

/** A sign of life. False: the claim was lost, and whatever is under way must not be stored. */
export async function extendLease(
  db: TenantDatabase,
  organizationId: OrganizationId,
  claim: Claim,
  leaseUntil: number,
): Promise<boolean> {
  const [extended] = await db.batch([
    db
      .update(jobs)
      .set({ leaseUntil })
      .where(and(theJob(organizationId, claim), eq(jobs.leaseToken, claim.leaseToken), eq(jobs.status, 'processing')))
      .returning({ id: jobs.id }),
    db
      .update(outbox)
      .set({ availableAt: leaseUntil })
      .where(and(theOutboxRow(organizationId, claim), owns(organizationId, claim, 'processing'))),
  ]);
  return extended.length > 0;
}

export interface FinishedRun {
  readonly status: Extract<DocumentStatus, 'completed' | 'needs_review'>;
  readonly mediaType: string;
  readonly documentType: DocumentType;
  readonly method: ReadMethod;
  readonly pageCount: number;
  readonly objectKey: string;
  readonly sha256: string;
  readonly size: number;
  /** Pages that count towards usage. */
  readonly billedPages: number;
  readonly summary: {
    readonly vendorName: string | null;
    readonly documentNumber: string | null;
    readonly documentDate: string | null;
    readonly totalAmount: string | null;
    readonly currency: string | null;
    readonly fieldsProved: number;
    readonly fieldsSupported: number;
    readonly fieldsToReview: number;
  };
  readonly audit: AuditEvent;
}

/** Ends the job with a result: result row, document, usage line and audit event in one batch. False: the claim was lost. */
export async function finishJob(
  db: TenantDatabase,
  organizationId: OrganizationId,
  claim: Claim,
  run: FinishedRun,
  now: number,
): Promise<boolean> {
  const ended = owns(organizationId, claim, 'completed');
  const stillOpen = sql`${ended} AND ${notYetTold(organizationId, claim)}`;
  const period = new Date(now).toISOString().slice(0, 'YYYY-MM'.length);
  const [closed] = await db.batch([
    closeJob(db, organizationId, claim, { status: 'completed', finishedAt: now, updatedAt: now }),
    insertWhen(
      db,
      results,
      {
        documentId: claim.documentId,
        jobId: claim.jobId,
        organizationId,
        objectKey: run.objectKey,
        sha256: run.sha256,
        size: run.size,
        documentType: run.documentType,
        method: run.method,
        pageCount: run.pageCount,
        createdAt: now,
      },
      ended,
    ).onConflictDoNothing(),
    db
      .update(documents)
      .set({
        status: run.status,
        mediaType: run.mediaType,
        documentType: run.documentType,
        pageCount: run.pageCount,
        errorCode: null,
        errorMessage: null,
        ...run.summary,
        updatedAt: now,
        completedAt: now,
      })
      .where(and(theDocument(organizationId, claim), ended)),
    insertWhen(
      db,
      usageLines,
      {
        id: newId('usage', now),
        organizationId,
        documentId: claim.documentId,
        jobId: claim.jobId,
        pages: run.billedPages,
        period,
        createdAt: now,
      },
      ended,
    ).onConflictDoNothing(),
    insertWhen(db, auditEvents, auditRow(organizationId, run.audit), stillOpen),
    db.delete(outbox).where(and(theOutboxRow(organizationId, claim), ended)),
  ]);
  return closed.length > 0;
}

export interface RunFailure {
  readonly code: DocumentErrorCode;
  readonly message: string;
  readonly mediaType?: string | undefined;
  readonly audit: AuditEvent;
}

/** Ends the job without a result. No usage is counted. False: the claim was lost. */
export async function failJob(
  db: TenantDatabase,
  organizationId: OrganizationId,
  claim: Claim,
  failure: RunFailure,
  now: number,
): Promise<boolean> {
  const ended = owns(organizationId, claim, 'failed');
  const stillOpen = sql`${ended} AND ${notYetTold(organizationId, claim)}`;
  const error = { errorCode: failure.code, errorMessage: failure.message };
  const [closed] = await db.batch([
    closeJob(db, organizationId, claim, { status: 'failed', ...error, finishedAt: now, updatedAt: now }),
    db
      .update(documents)
      .set({
        status: 'failed',
        ...error,
        ...(failure.mediaType ? { mediaType: failure.mediaType } : {}),
        updatedAt: now,
        completedAt: now,
      })
      .where(and(theDocument(organizationId, claim), ended)),
    insertWhen(db, auditEvents, auditRow(organizationId, failure.audit), stillOpen),
    db.delete(outbox).where(and(theOutboxRow(organizationId, claim), ended)),
  ]);
  return closed.length > 0;
}

/** Takes over a job that nobody works on any more, so that it can be ended by `failJob`. Null: it is over, or held. */
export async function seizeJob(
  db: TenantDatabase,
  organizationId: OrganizationId,
  job: JobReference,
  now: number,
  leaseMs: number,
): Promise<Claim | null> {
  const claim: Claim = { jobId: job.jobId, documentId: job.documentId, leaseToken: newId('event', now) };
  const seized = await db
    .update(jobs)
    .set({ status: 'processing', leaseToken: claim.leaseToken, leaseUntil: now + leaseMs, updatedAt: now })
    .where(
      and(
        theJob(organizationId, job),
        or(eq(jobs.status, 'queued'), and(eq(jobs.status, 'processing'), lt(jobs.leaseUntil, now))),
      ),
    )
    .returning({ id: jobs.id });
  return seized.length > 0 ? claim : null;
}

/** Gives a claimed job back for another try at `retryAt`. */
export async function releaseJob(
  db: TenantDatabase,
  organizationId: OrganizationId,
  claim: Claim,
  now: number,
  retryAt: number,
): Promise<void> {
  await db.batch([
    closeJob(db, organizationId, claim, { status: 'queued', leaseUntil: null, updatedAt: now }),
    db
      .update(outbox)
      .set({ availableAt: retryAt })
      .where(and(theOutboxRow(organizationId, claim), owns(organizationId, claim, 'queued'))),
  ]);
}

const closeJob = (
  db: TenantDatabase,
  organizationId: OrganizationId,
  claim: Claim,
  change: Partial<typeof jobs.$inferInsert>,
) =>
  db
    .update(jobs)
    .set(change)
    .where(and(theJob(organizationId, claim), eq(jobs.leaseToken, claim.leaseToken), eq(jobs.status, 'processing')))
    .returning({ id: jobs.id });
