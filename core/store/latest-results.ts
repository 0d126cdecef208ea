import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { documents, results } from '../db/schema/tenant.ts';
import type { OrganizationId } from '../domain/id.ts';
import type { ReachedPlaces } from '../domain/reach.ts';
import { isIn } from './documents.ts';

/** Returns where the current results of the latest processed documents are, newest document first. */
export async function listLatestResults(
  db: TenantDatabase,
  organizationId: OrganizationId,
  places: ReachedPlaces,
  limit: number,
) {
  return db
    .select({
      documentId: documents.id,
      objectKey: results.objectKey,
      sha256: results.sha256,
      size: results.size,
    })
    .from(documents)
    .innerJoin(
      results,
      and(
        eq(results.organizationId, documents.organizationId),
        eq(results.documentId, documents.id),
        eq(results.jobId, documents.currentJobId),
      ),
    )
    .where(
      and(
        eq(documents.organizationId, organizationId),
        isNull(documents.deletedAt),
        inArray(documents.status, ['completed', 'needs_review', 'approved', 'rejected']),
        isIn(places),
      ),
    )
    .orderBy(desc(documents.createdAt), desc(documents.id))
    .limit(limit);
}
