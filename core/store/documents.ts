import { and, asc, desc, eq, gte, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { prepareOnce } from '../db/prepare-once.ts';
import { documents, jobs, outbox, results } from '../db/schema/tenant.ts';
import type { DocumentStatus } from '../domain/document-status.ts';
import type { DocumentType } from '../domain/document-types.ts';
import type { DocumentId, JobId, OrganizationId } from '../domain/id.ts';
import type { ReachedPlaces } from '../domain/reach.ts';
import { type AuditEvent, insertAuditEvent } from './audit.ts';
import { containsText } from './contains-text.ts';
import { idEquals } from './id-equals.ts';
import { newerThan, olderThan, type PageRequest } from './page.ts';

export type DocumentRow = typeof documents.$inferSelect;

export interface AcceptedUpload {
  readonly document: typeof documents.$inferInsert & { readonly id: DocumentId };
  readonly jobId: JobId;
  /** Job message as JSON, for the sweeper. */
  readonly message: string;
  /** Time at which the sweeper sends the message if the job has not been claimed, Unix milliseconds. */
  readonly sweepAt: number;
  readonly requestId: string;
  readonly audit: AuditEvent;
}

/** Creates document, job, outbox row and audit event in one batch. */
export async function acceptDocument(
  db: TenantDatabase,
  organizationId: OrganizationId,
  upload: AcceptedUpload,
): Promise<void> {
  const { document, jobId, message, sweepAt, requestId } = upload;
  const now = document.createdAt;
  await db.batch([
    db.insert(documents).values({ ...document, organizationId }),
    db.insert(jobs).values({
      id: jobId,
      organizationId,
      documentId: document.id,
      kind: 'extract',
      status: 'queued',
      priority: document.priority ?? 'normal',
      requestId,
      createdAt: now,
      updatedAt: now,
    }),
    db
      .insert(outbox)
      .values({ id: jobId, organizationId, kind: 'job', payload: message, availableAt: sweepAt, createdAt: now }),
    insertAuditEvent(db, organizationId, upload.audit),
  ]);
}

const isLive = (organizationId: OrganizationId) =>
  and(eq(documents.organizationId, organizationId), isNull(documents.deletedAt));

const documentById = prepareOnce((db: TenantDatabase) =>
  db
    .select()
    .from(documents)
    .where(
      and(
        eq(documents.organizationId, sql.placeholder('organizationId')),
        eq(documents.id, sql.placeholder('id')),
        isNull(documents.deletedAt),
      ),
    )
    .limit(1)
    .prepare(),
);

export async function findDocument(
  db: TenantDatabase,
  organizationId: OrganizationId,
  id: string,
): Promise<DocumentRow | null> {
  const [row] = await documentById(db).all({ organizationId, id });
  return row ?? null;
}

export async function findDocumentByIdempotencyKey(db: TenantDatabase, organizationId: OrganizationId, key: string) {
  const [row] = await db
    .select()
    .from(documents)
    .where(and(eq(documents.organizationId, organizationId), eq(documents.idempotencyKey, key)))
    .limit(1);
  return row ?? null;
}

/** Returns the location of a document's current result; null if there is no result or no such document. */
export async function findResultLocation(db: TenantDatabase, organizationId: OrganizationId, documentId: string) {
  const [row] = await db
    .select({
      id: documents.id,
      workspaceId: documents.workspaceId,
      status: documents.status,
      jobId: results.jobId,
      result: { objectKey: results.objectKey, sha256: results.sha256, size: results.size, version: results.version },
      pageCount: results.pageCount,
    })
    .from(documents)
    .leftJoin(
      results,
      and(
        eq(results.organizationId, documents.organizationId),
        eq(results.documentId, documents.id),
        eq(results.jobId, documents.currentJobId),
      ),
    )
    .where(and(isLive(organizationId), idEquals(documents.id, documentId)))
    .limit(1);
  return row ?? null;
}

export interface DocumentFilter {
  /** Part of the name, vendor, number or external id, case-insensitive. */
  readonly text?: string | undefined;
  readonly status?: DocumentStatus | undefined;
  readonly documentType?: DocumentType | undefined;
  readonly workspaceId?: string | undefined;
  /** Where the caller has access to documents; others do not exist for them. */
  readonly places: ReachedPlaces;
  /** Unix milliseconds, inclusive and exclusive. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export interface DocumentPage extends PageRequest {
  readonly newestFirst: boolean;
}

/**
 * Returns one page of an organization's documents by creation time. Keyset pagination: page 1,000 costs as much as page
 * 1.
 */
export async function listDocuments(
  db: TenantDatabase,
  organizationId: OrganizationId,
  filter: DocumentFilter,
  page: DocumentPage,
): Promise<DocumentRow[]> {
  const direction = page.newestFirst ? desc : asc;
  return db
    .select()
    .from(documents)
    .where(
      and(
        isLive(organizationId),
        isIn(filter.places),
        filter.status && eq(documents.status, filter.status),
        filter.documentType && eq(documents.documentType, filter.documentType),
        filter.workspaceId ? eq(documents.workspaceId, filter.workspaceId) : undefined,
        filter.from !== undefined ? gte(documents.createdAt, filter.from) : undefined,
        filter.to !== undefined ? lt(documents.createdAt, filter.to) : undefined,
        filter.text
          ? containsText(
              [documents.name, documents.vendorName, documents.documentNumber, documents.externalId],
              filter.text,
            )
          : undefined,
        (page.newestFirst ? olderThan : newerThan)(documents.createdAt, documents.id, page.after),
      ),
    )
    .orderBy(direction(documents.createdAt), direction(documents.id))
    .limit(page.limit);
}

/** SQL: the document is in one of the places. One bound value per list of ids: D1 takes at most 100 per statement. */
export function isIn({ everywhere, unassigned, workspaceIds, documentIds }: ReachedPlaces): SQL | undefined {
  if (everywhere) return undefined;
  const listed = (column: typeof documents.id | typeof documents.workspaceId, ids: readonly string[]) =>
    sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  return or(
    unassigned ? isNull(documents.workspaceId) : undefined,
    listed(documents.workspaceId, workspaceIds),
    listed(documents.id, documentIds),
  );
}
