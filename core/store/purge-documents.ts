import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { comments, resultChanges, reviewPolicies } from '../db/schema/review.ts';
import { documents, jobs, outbox, results } from '../db/schema/tenant.ts';
import type { DocumentId, OrganizationId } from '../domain/id.ts';
import { DEFAULT_REVIEW_POLICY } from '../domain/review-policy.ts';
import { type AuditEvent, insertAuditEventIfChanged } from './audit.ts';

/** The end of deleted documents after the grace period of their organization. Called by the sweeper only; every step can be repeated. */

const DAY_MS = 86_400_000;

/** Deleted documents of any organization whose grace period is over, the longest deleted first. `now` is Unix milliseconds. */
export async function listDocumentsToPurge(db: TenantDatabase, now: number, limit: number) {
  const days = sql`coalesce(json_extract(${reviewPolicies.policy}, '$.grace_days'), ${DEFAULT_REVIEW_POLICY.grace_days})`;
  return db
    .select({ id: documents.id, organizationId: documents.organizationId })
    .from(documents)
    .leftJoin(reviewPolicies, eq(reviewPolicies.organizationId, documents.organizationId))
    .where(and(isNotNull(documents.deletedAt), sql`${documents.deletedAt} <= ${now} - ${days} * ${DAY_MS}`))
    .orderBy(documents.deletedAt)
    .limit(limit);
}

/** Deletes the rows of a document and records that it is gone. Usage and the audit log stay. */
export async function purgeDocument(
  db: TenantDatabase,
  organizationId: OrganizationId,
  documentId: DocumentId,
  event: AuditEvent,
): Promise<void> {
  const runs = sql`(SELECT id FROM jobs WHERE organization_id = ${organizationId} AND document_id = ${documentId})`;
  const own = (table: typeof results | typeof resultChanges | typeof comments | typeof jobs) =>
    and(eq(table.organizationId, organizationId), eq(table.documentId, documentId));
  await db.batch([
    db.delete(outbox).where(and(eq(outbox.organizationId, organizationId), sql`${outbox.id} IN ${runs}`)),
    db.delete(resultChanges).where(own(resultChanges)),
    db.delete(comments).where(own(comments)),
    db.delete(results).where(own(results)),
    db.delete(jobs).where(own(jobs)),
    db
      .delete(documents)
      .where(
        and(eq(documents.organizationId, organizationId), eq(documents.id, documentId), isNotNull(documents.deletedAt)),
      ),
    insertAuditEventIfChanged(db, organizationId, event),
  ]);
}
