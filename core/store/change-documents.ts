import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { auditEvents, documents, jobs, outbox } from '../db/schema/tenant.ts';
import type { DocumentId, JobId, OrganizationId, UserId } from '../domain/id.ts';
import { type AuditEvent, auditRow, keepAnswerOf } from './audit.ts';
import type { DocumentRow } from './documents.ts';
import { insertList } from './insert-list.ts';
import { isFreeFor } from './review-locks.ts';

/** Columns that a decision about documents changes; the same value for all of them. */
export type DocumentColumns = Partial<
  Pick<
    DocumentRow,
    | 'status'
    | 'requestedType'
    | 'errorCode'
    | 'errorMessage'
    | 'assigneeId'
    | 'lockedBy'
    | 'lockedUntil'
    | 'postponedUntil'
    | 'reviewedBy'
    | 'reviewedAt'
    | 'reviewedFrom'
    | 'rejectionReason'
    | 'firstApprovedBy'
    | 'firstApprovedAt'
    | 'completedAt'
    | 'deletedAt'
  >
>;

export interface NewRun {
  readonly documentId: DocumentId;
  readonly jobId: JobId;
  /** JSON of the job's message, for the sweeper. */
  readonly message: string;
  readonly priority: DocumentRow['priority'];
  readonly keepsConfirmedOf: JobId | null;
}

export interface DocumentsChange {
  /** The documents as they were read. One that has changed since is left alone. */
  readonly rows: readonly DocumentRow[];
  readonly set: DocumentColumns;
  /** One audit event per document; its target is the document. */
  readonly events: readonly AuditEvent[];
  /** Unix milliseconds; later than the last change of every document. */
  readonly at: number;
  /** Refuses documents that another person has locked. */
  readonly unlockedFor?: UserId | null | undefined;
  /** Version of the visible result; any other refuses the change. For one document. */
  readonly version?: number | undefined;
  /** Refuses documents that have left with an export. */
  readonly notExported?: boolean | undefined;
  /** Ends the runs under way as cancelled. */
  readonly cancelRuns?: boolean | undefined;
  /** New runs, one per document. */
  readonly runs?: readonly NewRun[] | undefined;
  readonly sweepAt?: number | undefined;
}

/**
 * Changes documents together with their jobs and audit events in one batch of a few statements, however many they are.
 * Returns the ids of the documents that changed. The events are written first, under the guard that the update then
 * repeats: both see the same rows, because a batch is one transaction.
 */
export async function changeDocuments(
  db: TenantDatabase,
  organizationId: OrganizationId,
  change: DocumentsChange,
): Promise<ReadonlySet<string>> {
  const matching = matchingOf(organizationId, change);
  const ids = sql`(SELECT ${documents.id} FROM ${documents} WHERE ${matching})`;
  const [event] = change.events;
  const [told] = await db.batch([
    insertList(
      db,
      auditEvents,
      change.events.map((each) => auditRow(organizationId, each)),
      sql`json_extract(value, '$.targetId') IN ${ids}`,
    ).returning({ id: auditEvents.targetId }),
    ...(change.cancelRuns ? cancelRuns(db, organizationId, ids, change.at) : []),
    ...(change.runs ? startRuns(db, organizationId, change.runs, ids, change) : []),
    ...(event && change.events.length === 1 ? keepAnswerOf(db, event) : []),
    db
      .update(documents)
      .set({ ...change.set, ...(change.runs && { currentJobId: newJobOf(change.runs) }), updatedAt: change.at })
      .where(matching),
  ]);
  return new Set(told.map(({ id }) => id));
}

function matchingOf(organizationId: OrganizationId, change: DocumentsChange): SQL | undefined {
  const seen = JSON.stringify(change.rows.map(({ id, updatedAt }) => [id, updatedAt]));
  const { unlockedFor, version } = change;
  const isDeleted = change.rows.some(({ deletedAt }) => deletedAt !== null);
  return and(
    eq(documents.organizationId, organizationId),
    sql`(${documents.id}, ${documents.updatedAt}) IN
      (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(${seen}))`,
    (isDeleted ? isNotNull : isNull)(documents.deletedAt),
    unlockedFor === undefined ? undefined : isFreeFor(unlockedFor, change.at),
    change.notExported ? isNull(documents.exportedAt) : undefined,
    version === undefined
      ? undefined
      : sql`EXISTS (SELECT 1 FROM results WHERE results.organization_id = ${organizationId}
          AND results.document_id = ${documents.id} AND results.job_id = ${documents.currentJobId}
          AND results.version = ${version})`,
  );
}

/** A running worker loses its claim with the status of the job, so that it stores nothing any more. */
function cancelRuns(db: TenantDatabase, organizationId: OrganizationId, ids: SQL, at: number) {
  const runs = sql`${jobs.organizationId} = ${organizationId} AND ${jobs.status} IN ('queued', 'processing')
    AND ${jobs.documentId} IN ${ids}`;
  return [
    db
      .delete(outbox)
      .where(
        and(
          eq(outbox.organizationId, organizationId),
          sql`${outbox.id} IN (SELECT ${jobs.id} FROM ${jobs} WHERE ${runs})`,
        ),
      ),
    db.update(jobs).set({ status: 'failed', errorCode: 'cancelled', finishedAt: at, updatedAt: at }).where(runs),
  ];
}

function startRuns(
  db: TenantDatabase,
  organizationId: OrganizationId,
  runs: readonly NewRun[],
  ids: SQL,
  { at, sweepAt = at, events }: DocumentsChange,
) {
  const requestId = events[0]?.requestId ?? '';
  const newJobs = runs.map(({ message: _, ...run }) => ({
    ...run,
    id: run.jobId,
    organizationId,
    kind: 'extract' as const,
    status: 'queued' as const,
    attempts: 0,
    requestId,
    createdAt: at,
    updatedAt: at,
    leaseToken: null,
    leaseUntil: null,
    errorCode: null,
    errorMessage: null,
    startedAt: null,
    finishedAt: null,
  }));
  const waiting = runs.map(({ documentId, jobId, message }) => ({
    documentId,
    id: jobId,
    organizationId,
    kind: 'job' as const,
    payload: message,
    attempts: 0,
    availableAt: sweepAt,
    createdAt: at,
  }));
  const guard = sql`json_extract(value, '$.documentId') IN ${ids}`;
  return [insertList(db, jobs, newJobs, guard), insertList(db, outbox, waiting, guard)];
}

const newJobOf = (runs: readonly NewRun[]): SQL =>
  sql`(SELECT json_extract(value, '$.jobId') FROM json_each(${JSON.stringify(runs)})
    WHERE json_extract(value, '$.documentId') = ${documents.id})`;
