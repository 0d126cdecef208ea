import { and, desc, eq } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { jobs, results } from '../db/schema/tenant.ts';
import type { DocumentId, OrganizationId } from '../domain/id.ts';
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

export type RunRow = Awaited<ReturnType<typeof listRuns>>[number];

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
