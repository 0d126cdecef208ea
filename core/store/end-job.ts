import { and, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { auditEvents, documents, outbox, results, usageLines } from '../db/schema/tenant.ts';
import type { DocumentStatus } from '../domain/document-status.ts';
import type { DocumentType } from '../domain/document-types.ts';
import type { Duplicate } from '../domain/duplicates.ts';
import type { DocumentErrorCode } from '../domain/error-codes.ts';
import type { DocumentId, OrganizationId } from '../domain/id.ts';
import type { ReadMethod } from '../domain/result.ts';
import type { ResultSummary } from '../domain/result-summary.ts';
import { bounded, VALUE_LIMITS } from '../domain/value-limits.ts';
import { newId } from '../platform/ids.ts';
import { type AuditEvent, auditRow } from './audit.ts';
import { indexDocument } from './document-search.ts';
import { duplicateColumns } from './duplicates.ts';
import { insertWhen } from './insert-when.ts';
import { type Claim, closeJob, notYetTold, owns, theDocument, theOutboxRow } from './job-guards.ts';

/** Who rejected a document according to the organization's policy. */
const SYSTEM_REVIEWER = 'system';

export interface FinishedRun {
  readonly status: Extract<DocumentStatus, 'completed' | 'needs_review' | 'rejected'>;
  readonly mediaType: string;
  readonly documentType: DocumentType;
  readonly method: ReadMethod;
  readonly pageCount: number;
  readonly objectKey: string;
  readonly sha256: string;
  readonly size: number;
  /** Pages that count towards usage. */
  readonly billedPages: number;
  readonly summary: ResultSummary;
  /** Words the document is found by (`core/domain/search-words.ts`): its values, and its pages. */
  readonly words: { readonly values: readonly string[]; readonly text: readonly string[] };
  readonly duplicate: Duplicate<DocumentId> | null;
  /** Only with the status `rejected`: why, and the status that reopening returns to. */
  readonly rejection?: { readonly reason: string; readonly from: DocumentStatus } | undefined;
  readonly audit: AuditEvent;
}

/**
 * Ends the job with a result: writes result row, document, usage line and audit event in one batch. False if the claim
 * was lost.
 */
export async function finishJob(
  db: TenantDatabase,
  organizationId: OrganizationId,
  claim: Claim,
  run: FinishedRun,
  now: number,
): Promise<boolean> {
  const ended = owns(organizationId, claim, 'completed');
  const stillOpen = sql`${ended} AND ${notYetTold(organizationId, claim)}`;
  const current = sql`${ended} AND EXISTS (SELECT 1 FROM ${documents} WHERE ${theDocument(organizationId, claim)})`;
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
        version: 1,
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
        ...duplicateColumns(run.duplicate),
        ...rejectionColumns(run.rejection, now),
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
    ...indexDocument(
      db,
      organizationId,
      claim.documentId,
      { part: 'values', words: run.words.values, at: now },
      current,
    ),
    ...indexDocument(db, organizationId, claim.documentId, { part: 'text', words: run.words.text, at: now }, current),
    db.delete(outbox).where(and(theOutboxRow(organizationId, claim), ended)),
  ]);
  return closed.length > 0;
}

const rejectionColumns = (rejection: FinishedRun['rejection'], now: number) =>
  rejection && {
    reviewedBy: SYSTEM_REVIEWER,
    reviewedAt: now,
    reviewedFrom: rejection.from,
    rejectionReason: bounded(rejection.reason, VALUE_LIMITS.rejectionReason),
  };

export interface RunFailure {
  readonly code: DocumentErrorCode;
  readonly message: string;
  readonly mediaType?: string | undefined;
  readonly audit: AuditEvent;
}

/** Ends the job without a result. No usage is counted. False if the claim was lost. */
export async function failJob(
  db: TenantDatabase,
  organizationId: OrganizationId,
  claim: Claim,
  failure: RunFailure,
  now: number,
): Promise<boolean> {
  const ended = owns(organizationId, claim, 'failed');
  const stillOpen = sql`${ended} AND ${notYetTold(organizationId, claim)}`;
  const error = { errorCode: failure.code, errorMessage: bounded(failure.message, VALUE_LIMITS.errorMessage) };
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
