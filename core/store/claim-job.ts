import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { documents, jobs, outbox } from '../db/schema/tenant.ts';
import type { OrganizationId } from '../domain/id.ts';
import { newId } from '../platform/ids.ts';
import {
  type Claim,
  closeJob,
  isFree,
  type JobReference,
  owns,
  theDocument,
  theJob,
  theOutboxRow,
} from './job-guards.ts';

export type ClaimOutcome =
  | { readonly kind: 'claimed'; readonly claim: Claim; readonly attempt: number }
  /** Already ended, or no such job: the message can be dropped. */
  | { readonly kind: 'over' }
  /** Another worker holds the lease; the sweeper retries when it expires. */
  | { readonly kind: 'held' }
  /** All attempts are used up and nobody holds the lease. */
  | { readonly kind: 'exhausted' };

export async function claimJob(
  db: TenantDatabase,
  organizationId: OrganizationId,
  job: JobReference,
  terms: { readonly now: number; readonly leaseMs: number; readonly maxAttempts: number },
): Promise<ClaimOutcome> {
  const { now, leaseMs, maxAttempts } = terms;
  const claim: Claim = { jobId: job.jobId, documentId: job.documentId, leaseToken: newId('event', now) };
  const leaseUntil = now + leaseMs;
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
      .where(and(theJob(organizationId, job), isFree(now), lt(jobs.attempts, maxAttempts)))
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

/** Extends the lease. False if the claim was lost; the run's output must not be stored then. */
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

/** Claims an abandoned job so that `failJob` can end it. Null if it has ended or is held. */
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
    .where(and(theJob(organizationId, job), isFree(now)))
    .returning({ id: jobs.id });
  return seized.length > 0 ? claim : null;
}

/** Releases a claimed job for another attempt at `retryAt`. */
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
