import { and, eq, lt, or, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { documents, jobs, outbox } from '../db/schema/tenant.ts';
import type { DocumentId, JobId, OrganizationId } from '../domain/id.ts';

/**
 * Conditions shared by all statements on jobs: the tenant, and whether a claim still holds the job. A job is claimed by
 * a conditional UPDATE with a lease (claim-job.ts) and ended by one guarded batch (end-job.ts). However often a message
 * is delivered, exactly one claim ends the job.
 */
export interface JobReference {
  readonly jobId: JobId;
  readonly documentId: DocumentId;
}

export interface Claim extends JobReference {
  /** Unique per claim; its holder may end the job. */
  readonly leaseToken: string;
}

export const theJob = (organizationId: OrganizationId, job: JobReference) =>
  and(eq(jobs.organizationId, organizationId), eq(jobs.id, job.jobId), eq(jobs.documentId, job.documentId));

/** SQL: true while `claim` holds the job in this status. */
export const owns = (
  organizationId: OrganizationId,
  claim: Claim,
  status: 'processing' | 'completed' | 'failed' | 'queued',
) =>
  sql`EXISTS (SELECT 1 FROM ${jobs} WHERE ${jobs.organizationId} = ${organizationId} AND ${jobs.id} = ${claim.jobId}
    AND ${jobs.leaseToken} = ${claim.leaseToken} AND ${jobs.status} = ${status})`;

/**
 * SQL: true until the batch that ends the job has deleted its outbox row, so that what follows the end happens once.
 */
export const notYetTold = (organizationId: OrganizationId, claim: Claim) =>
  sql`EXISTS (SELECT 1 FROM ${outbox} WHERE ${outbox.organizationId} = ${organizationId} AND ${outbox.id} = ${claim.jobId})`;

export const theDocument = (organizationId: OrganizationId, job: JobReference) =>
  and(
    eq(documents.organizationId, organizationId),
    eq(documents.id, job.documentId),
    eq(documents.currentJobId, job.jobId),
  );

export const theOutboxRow = (organizationId: OrganizationId, job: JobReference) =>
  and(eq(outbox.organizationId, organizationId), eq(outbox.id, job.jobId));

/** SQL: true if nobody holds the job: it is queued, or its lease has expired. */
export const isFree = (now: number) =>
  or(eq(jobs.status, 'queued'), and(eq(jobs.status, 'processing'), lt(jobs.leaseUntil, now)));

/** The only statement that moves a claimed job out of `processing`. */
export const closeJob = (
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
