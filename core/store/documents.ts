import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { prepareOnce } from '../db/prepare-once.ts';
import { documents, jobs, outbox, results } from '../db/schema/tenant.ts';
import type { DocumentId, JobId, OrganizationId } from '../domain/id.ts';
import type { ReachedPlaces } from '../domain/reach.ts';
import { type DocumentNames, wordsOfValues } from '../domain/search-words.ts';
import { type AuditEvent, insertAuditEvent } from './audit.ts';
import { indexDocument } from './document-search.ts';
import { idEquals } from './id-equals.ts';

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
    ...indexDocument(db, organizationId, document.id, {
      part: 'values',
      words: wordsOfValues(namesOf(document), null),
      at: now,
    }),
  ]);
}

const namesOf = ({ name, externalId = null }: typeof documents.$inferInsert): DocumentNames => ({ name, externalId });

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
