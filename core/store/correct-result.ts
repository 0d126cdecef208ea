import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { auditEvents, documents, resultChanges, results } from '../db/schema/tenant.ts';
import type { DocumentType } from '../domain/document-types.ts';
import type { DocumentId, JobId, OrganizationId, UserId } from '../domain/id.ts';
import type { ReadMethod } from '../domain/result.ts';
import type { ResultSummary } from '../domain/result-summary.ts';
import { type AuditEvent, auditRow, changesJson, keepAnswerOf } from './audit.ts';
import { indexDocument } from './document-search.ts';
import type { DocumentRow } from './documents.ts';
import { insertWhen } from './insert-when.ts';
import { isFreeFor } from './review-locks.ts';

/** Where one version of a result lies. */
export interface ResultObject {
  readonly objectKey: string;
  readonly sha256: string;
  readonly size: number;
}

export interface NewVersion extends ResultObject {
  readonly version: number;
  readonly method: ReadMethod;
  readonly pageCount: number;
  /** What changes in the document's row. */
  readonly columns: CorrectedColumns;
  /** Words of its values, for the full-text index. */
  readonly words: readonly string[];
  readonly event: AuditEvent;
  /** The version whose correction this one undoes; an undoing is no correction that could be undone. */
  readonly undoes?: number | undefined;
}

export type CorrectedColumns = ResultSummary &
  Pick<
    DocumentRow,
    'status' | 'duplicateOf' | 'duplicateReason' | 'firstApprovedBy' | 'firstApprovedAt' | 'updatedAt'
  > & {
    readonly documentType: DocumentType;
    /** What later runs read it as; left out where that stays. */
    readonly requestedType?: DocumentType;
    readonly templateId?: null;
  };

/** The version a correction builds on. */
export interface ReadVersion extends ResultObject {
  readonly jobId: JobId;
  readonly version: number;
}

/**
 * The next version of a result: result, document, change and audit event in one batch. False: the result has another
 * version by now, the document another status, or somebody else the lock. `holderId` is the user who may hold a live
 * lock; null for an API key, which never does.
 */
export async function storeCorrection(
  db: TenantDatabase,
  organizationId: OrganizationId,
  document: Pick<DocumentRow, 'id' | 'status'>,
  before: ReadVersion,
  next: NewVersion,
  holderId: UserId | null,
): Promise<boolean> {
  const { objectKey, sha256, size, version, event, undoes } = next;
  const { jobId } = before;
  const now = event.occurredAt;
  const stored = isStored(organizationId, document.id, jobId, objectKey);
  const [written] = await db.batch([
    db
      .update(results)
      .set({
        version,
        objectKey,
        sha256,
        size,
        documentType: next.columns.documentType,
        method: next.method,
        pageCount: next.pageCount,
      })
      .where(
        and(
          theResult(organizationId, document.id, jobId),
          eq(results.version, before.version),
          mayChange(organizationId, document, jobId, holderId, now),
          undoes === undefined ? undefined : mayUndo(organizationId, document.id, jobId, undoes),
        ),
      )
      .returning({ version: results.version }),
    db
      .update(documents)
      .set(next.columns)
      .where(and(eq(documents.organizationId, organizationId), eq(documents.id, document.id), stored)),
    insertWhen(
      db,
      resultChanges,
      {
        organizationId,
        documentId: document.id,
        jobId,
        version,
        previousObjectKey: before.objectKey,
        previousSha256: before.sha256,
        previousSize: before.size,
        actorKind: event.actorKind === 'api_key' ? 'api_key' : 'user',
        actorId: event.actorId,
        changes: changesJson(event.changes ?? {}),
        undoneAt: undoes === undefined ? null : now,
        createdAt: now,
      },
      stored,
    ),
    ...(undoes === undefined
      ? []
      : [
          db
            .update(resultChanges)
            .set({ undoneAt: now })
            .where(and(theChange(organizationId, document.id, jobId, undoes), stored)),
        ]),
    ...indexDocument(db, organizationId, document.id, { part: 'values', words: next.words, at: now }, stored),
    insertWhen(db, auditEvents, auditRow(organizationId, event), stored),
    ...keepAnswerOf(db, event),
  ]);
  return written.length > 0;
}

const theResult = (organizationId: OrganizationId, documentId: DocumentId, jobId: JobId) =>
  and(eq(results.organizationId, organizationId), eq(results.documentId, documentId), eq(results.jobId, jobId));

const theChange = (organizationId: OrganizationId, documentId: DocumentId, jobId: JobId, version: number) =>
  and(
    eq(resultChanges.organizationId, organizationId),
    eq(resultChanges.documentId, documentId),
    eq(resultChanges.jobId, jobId),
    eq(resultChanges.version, version),
  );

/** SQL that holds while a correction stands and the document was not exported. */
const mayUndo = (organizationId: OrganizationId, documentId: DocumentId, jobId: JobId, version: number): SQL =>
  sql`EXISTS (SELECT 1 FROM ${resultChanges} WHERE ${theChange(organizationId, documentId, jobId, version)}
    AND ${resultChanges.undoneAt} IS NULL) AND NOT EXISTS (SELECT 1 FROM ${documents}
    WHERE ${documents.organizationId} = ${organizationId} AND ${documents.id} = ${documentId}
    AND ${documents.exportedAt} IS NOT NULL)`;

/** SQL that holds once the version with this object is the current one: keys of objects are unique. */
const isStored = (organizationId: OrganizationId, documentId: DocumentId, jobId: JobId, objectKey: string): SQL =>
  sql`EXISTS (SELECT 1 FROM ${results} WHERE ${results.organizationId} = ${organizationId}
    AND ${results.documentId} = ${documentId} AND ${results.jobId} = ${jobId} AND ${results.objectKey} = ${objectKey})`;

/** SQL that holds while the document is as it was read, shows this run, and nobody else has it open. */
const mayChange = (
  organizationId: OrganizationId,
  { id, status }: Pick<DocumentRow, 'id' | 'status'>,
  jobId: JobId,
  holderId: UserId | null,
  now: number,
): SQL => {
  const free = isFreeFor(holderId, now);
  return sql`EXISTS (SELECT 1 FROM ${documents} WHERE ${documents.organizationId} = ${organizationId}
    AND ${documents.id} = ${id} AND ${documents.currentJobId} = ${jobId} AND ${documents.status} = ${status}
    AND ${documents.deletedAt} IS NULL AND ${free})`;
};

/** Whether the object is that of any version of the run: the current one, or one that a correction replaced. */
export async function isVersionObject(
  db: TenantDatabase,
  organizationId: OrganizationId,
  documentId: DocumentId,
  objectKey: string,
): Promise<boolean> {
  const [[current], [earlier]] = await db.batch([
    db
      .select({ key: results.objectKey })
      .from(results)
      .where(
        and(
          eq(results.organizationId, organizationId),
          eq(results.documentId, documentId),
          eq(results.objectKey, objectKey),
        ),
      )
      .limit(1),
    db
      .select({ key: resultChanges.previousObjectKey })
      .from(resultChanges)
      .where(
        and(
          eq(resultChanges.organizationId, organizationId),
          eq(resultChanges.documentId, documentId),
          eq(resultChanges.previousObjectKey, objectKey),
        ),
      )
      .limit(1),
  ]);
  return current !== undefined || earlier !== undefined;
}
