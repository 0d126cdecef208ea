import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { DOCUMENT_PRIORITIES, DOCUMENT_STATUSES, JOB_STATUSES } from '../../domain/document-status.ts';
import { DUPLICATE_REASONS } from '../../domain/duplicates.ts';
import type { DocumentId, JobId, OrganizationId, UserId } from '../../domain/id.ts';
import { FIELD_STATES } from '../../domain/result.ts';

export * from './document-list.ts';
export * from './exports.ts';
export * from './review.ts';
export * from './rules.ts';
export * from './templates.ts';
export * from './webhooks.ts';

/**
 * Tenant data: everything an organization owns. The organization id is the first column of every table and part of
 * every query. Large content (originals, results, words, page images) is in R2; rows hold keys, hashes and what lists
 * show. Times are Unix milliseconds.
 */

export const documents = sqliteTable(
  'documents',
  {
    id: text('id').$type<DocumentId>().primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    workspaceId: text('workspace_id'),
    batchId: text('batch_id'),
    templateId: text('template_id'),
    externalId: text('external_id'),
    name: text('name').notNull(),
    status: text('status', { enum: DOCUMENT_STATUSES }).notNull(),
    priority: text('priority', { enum: DOCUMENT_PRIORITIES }).notNull().default('normal'),
    /** Document type requested by the caller. `document_type` holds the type from the result. */
    requestedType: text('requested_type'),
    documentType: text('document_type'),
    mediaType: text('media_type').notNull(),
    fileSize: integer('file_size').notNull(),
    sha256: text('sha256').notNull(),
    pageCount: integer('page_count'),
    /** The job in progress, or the one whose result is current. */
    currentJobId: text('current_job_id').$type<JobId>().notNull(),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    /** Copied from the result for lists. */
    vendorName: text('vendor_name'),
    vendorState: text('vendor_state', { enum: FIELD_STATES }),
    documentNumber: text('document_number'),
    documentDate: text('document_date'),
    totalAmount: text('total_amount'),
    /** The total as a number, for comparing; money is computed with the text. */
    totalValue: real('total_value'),
    currency: text('currency'),
    fieldsProved: integer('fields_proved'),
    fieldsSupported: integer('fields_supported'),
    fieldsToReview: integer('fields_to_review'),
    fieldsConfirmed: integer('fields_confirmed'),
    /** Number of things left to review: values to review, expected fields not found, failed checks, broken rules. */
    stops: integer('stops'),
    /** Type, vendor, number and total in a form that is equal for duplicates (`core/domain/duplicates.ts`). */
    duplicateKey: text('duplicate_key'),
    /** The older document that this one duplicates, and by what. */
    duplicateOf: text('duplicate_of').$type<DocumentId>(),
    duplicateReason: text('duplicate_reason', { enum: DUPLICATE_REASONS }),
    assigneeId: text('assignee_id').$type<UserId>(),
    /** Reviewer who has locked the document; the lock expires at `locked_until`. */
    lockedBy: text('locked_by').$type<UserId>(),
    lockedUntil: integer('locked_until'),
    /** Hidden from the review queue until this time. */
    postponedUntil: integer('postponed_until'),
    /** The last approval or rejection: by whom (a user, an API key or `system`), when, and the status it came from. */
    reviewedBy: text('reviewed_by'),
    reviewedAt: integer('reviewed_at'),
    reviewedFrom: text('reviewed_from', { enum: DOCUMENT_STATUSES }),
    rejectionReason: text('rejection_reason'),
    /** First approval, if the organization's policy requires two. */
    firstApprovedBy: text('first_approved_by'),
    firstApprovedAt: integer('first_approved_at'),
    /** When it was first chosen for an export that has not failed; afterwards nothing can be undone. */
    exportedAt: integer('exported_at'),
    createdBy: text('created_by').$type<UserId>().notNull(),
    idempotencyKey: text('idempotency_key'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    completedAt: integer('completed_at'),
    deletedAt: integer('deleted_at'),
  },
  (table) => [
    index('documents_organization_created').on(table.organizationId, table.createdAt, table.id),
    index('documents_organization_status').on(table.organizationId, table.status, table.createdAt),
    index('documents_organization_assignee').on(table.organizationId, table.assigneeId, table.status, table.createdAt),
    // Orders of the list; the sort keys in core/store/document-order.ts are exactly these expressions (drizzle-kit takes none with a comma).
    index('documents_by_name')
      .on(table.organizationId, sql`name COLLATE NOCASE`, table.id)
      .where(sql`deleted_at IS NULL`),
    index('documents_by_vendor')
      .on(
        table.organizationId,
        sql`CASE WHEN vendor_name IS NULL THEN '' ELSE vendor_name END COLLATE NOCASE`,
        table.id,
      )
      .where(sql`deleted_at IS NULL`),
    index('documents_by_date')
      .on(table.organizationId, sql`CASE WHEN document_date IS NULL THEN '' ELSE document_date END`, table.id)
      .where(sql`deleted_at IS NULL`),
    index('documents_by_total')
      .on(table.organizationId, sql`CASE WHEN total_value IS NULL THEN -1e308 ELSE total_value END`, table.id)
      .where(sql`deleted_at IS NULL`),
    index('documents_by_status').on(table.organizationId, table.status, table.id).where(sql`deleted_at IS NULL`),
    index('documents_by_stops')
      .on(table.organizationId, sql`CASE WHEN stops IS NULL THEN -1 ELSE stops END`, table.id)
      .where(sql`deleted_at IS NULL`),
    index('documents_deleted').on(table.deletedAt).where(sql`deleted_at IS NOT NULL`),
    index('documents_organization_sha256').on(table.organizationId, table.sha256),
    index('documents_organization_duplicate_key')
      .on(table.organizationId, table.duplicateKey)
      .where(sql`duplicate_key IS NOT NULL`),
    uniqueIndex('documents_organization_idempotency').on(table.organizationId, table.idempotencyKey),
  ],
);

/**
 * One processing run of a document. Claimed by a conditional UPDATE with a lease, so that redelivered messages have no
 * effect.
 */
export const jobs = sqliteTable(
  'jobs',
  {
    id: text('id').$type<JobId>().primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    documentId: text('document_id').$type<DocumentId>().notNull(),
    kind: text('kind', { enum: ['extract'] }).notNull(),
    status: text('status', { enum: JOB_STATUSES }).notNull(),
    priority: text('priority', { enum: DOCUMENT_PRIORITIES }).notNull().default('normal'),
    attempts: integer('attempts').notNull().default(0),
    /** Token of the lease that holds or ended the job. */
    leaseToken: text('lease_token'),
    leaseUntil: integer('lease_until'),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    requestId: text('request_id').notNull(),
    /** The run whose confirmed values this one keeps; null for a first run, or if they are dropped. */
    keepsConfirmedOf: text('keeps_confirmed_of').$type<JobId>(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    startedAt: integer('started_at'),
    finishedAt: integer('finished_at'),
  },
  (table) => [
    index('jobs_organization_document').on(table.organizationId, table.documentId),
    index('jobs_status_updated').on(table.status, table.updatedAt),
  ],
);

/** Transactional outbox: written in the same batch as the change, deleted after delivery. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    kind: text('kind', { enum: ['job', 'event'] }).notNull(),
    /** JSON, versioned by its own `v`. */
    payload: text('payload').notNull(),
    attempts: integer('attempts').notNull().default(0),
    availableAt: integer('available_at').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('outbox_available').on(table.availableAt)],
);

export const results = sqliteTable(
  'results',
  {
    documentId: text('document_id').$type<DocumentId>().notNull(),
    jobId: text('job_id').$type<JobId>().notNull(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    /** Result version: 1 as read, incremented by each correction, which creates a new object. */
    version: integer('version').notNull().default(1),
    /** R2 key of the result object, its SHA-256 and size. */
    objectKey: text('object_key').notNull(),
    sha256: text('sha256').notNull(),
    size: integer('size').notNull(),
    documentType: text('document_type').notNull(),
    method: text('method').notNull(),
    pageCount: integer('page_count').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.jobId] }),
    index('results_organization').on(table.organizationId, table.documentId),
  ],
);

/** Usage per (document, run). Written once, even if a message is delivered twice. */
export const usageLines = sqliteTable(
  'usage_lines',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    documentId: text('document_id').$type<DocumentId>().notNull(),
    jobId: text('job_id').$type<JobId>().notNull(),
    pages: integer('pages').notNull(),
    /** `YYYY-MM`, UTC. */
    period: text('period').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('usage_lines_document_job').on(table.documentId, table.jobId),
    index('usage_lines_organization_period').on(table.organizationId, table.period, table.createdAt),
  ],
);

export const auditEvents = sqliteTable(
  'audit_events',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    actorKind: text('actor_kind', { enum: ['user', 'api_key', 'system'] }).notNull(),
    actorId: text('actor_id').notNull(),
    action: text('action').notNull(),
    targetKind: text('target_kind').notNull(),
    targetId: text('target_id').notNull(),
    outcome: text('outcome', { enum: ['success', 'failure'] }).notNull(),
    ip: text('ip'),
    userAgent: text('user_agent'),
    requestId: text('request_id').notNull(),
    /** JSON `{field: [old, new]}`; null if the action has no previous values. */
    changes: text('changes'),
    occurredAt: integer('occurred_at').notNull(),
    /** The impersonating system administrator; null if the actor acted themselves. */
    impersonatorId: text('impersonator_id'),
    /**
     * Position in the organization's hash chain, from 1 without gaps. All three columns are null until the event is
     * sealed.
     */
    sequence: integer('sequence'),
    previousHash: text('previous_hash'),
    hash: text('hash'),
  },
  (table) => [
    uniqueIndex('audit_events_sequence').on(table.organizationId, table.sequence).where(sql`sequence IS NOT NULL`),
    index('audit_events_unsealed').on(table.organizationId, table.occurredAt, table.id).where(sql`sequence IS NULL`),
    index('audit_events_organization').on(table.organizationId, table.occurredAt, table.id),
    index('audit_events_target').on(table.organizationId, table.targetKind, table.targetId, table.occurredAt),
  ],
);
