import { and, desc, eq } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { jobs, results } from '../db/schema/tenant.ts';
import type { DocumentId, JobId, OrganizationId } from '../domain/id.ts';
import { idEquals } from './id-equals.ts';
import { olderThan, type PageRequest } from './page.ts';

const resultOfJob = and(
  eq(results.organizationId, jobs.organizationId),
  eq(results.documentId, jobs.documentId),
  eq(results.jobId, jobs.id),
);

/** The runs of a document, newest first. */
export async function listRuns(
  db: TenantDatabase,
  organizationId: OrganizationId,
  documentId: DocumentId,
  { limit, after }: PageRequest,
) {
  return db
    .select({
      id: jobs.id,
      status: jobs.status,
      documentType: results.documentType,
      version: results.version,
      createdAt: jobs.createdAt,
      finishedAt: jobs.finishedAt,
    })
    .from(jobs)
    .leftJoin(results, resultOfJob)
    .where(
      and(
        eq(jobs.organizationId, organizationId),
        eq(jobs.documentId, documentId),
        olderThan(jobs.createdAt, jobs.id, after),
      ),
    )
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(limit);
}

/** Where the result of one run lies; null where that run has none. */
export async function findRunResult(
  db: TenantDatabase,
  organizationId: OrganizationId,
  documentId: DocumentId,
  jobId: string,
) {
  const [row] = await db
    .select({
      jobId: results.jobId,
      version: results.version,
      objectKey: results.objectKey,
      sha256: results.sha256,
      size: results.size,
    })
    .from(results)
    .where(
      and(
        eq(results.organizationId, organizationId),
        eq(results.documentId, documentId),
        idEquals(results.jobId, jobId),
      ),
    )
    .limit(1);
  return row ?? null;
}

/** Runs that are looked through for confirmed values to keep: each may have failed and name the one before. */
const MAX_KEPT_RUNS = 20;

/**
 * The result whose confirmed values a run keeps; null where it keeps none. A run without a result passes on what it was
 * to keep itself.
 */
export async function findKeptResult(
  db: TenantDatabase,
  organizationId: OrganizationId,
  documentId: DocumentId,
  jobId: JobId,
) {
  let from: JobId = jobId;
  for (let step = 0; step < MAX_KEPT_RUNS; step++) {
    const [job] = await db
      .select({ keeps: jobs.keepsConfirmedOf })
      .from(jobs)
      .where(and(eq(jobs.organizationId, organizationId), eq(jobs.documentId, documentId), eq(jobs.id, from)))
      .limit(1);
    if (job === undefined || job.keeps === null) return null;
    const found = await findRunResult(db, organizationId, documentId, job.keeps);
    if (found) return found;
    from = job.keeps;
  }
  return null;
}
