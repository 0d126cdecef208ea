import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { DocumentId, JobId, OrganizationId, UserId } from '../../domain/id.ts';

/**
 * Tenant data of review: corrections, comments, and the policy of an organization. Times are Unix milliseconds.
 */

/** One correction of a result. Result objects are never overwritten, so the previous version can be restored. */
export const resultChanges = sqliteTable(
  'result_changes',
  {
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    documentId: text('document_id').$type<DocumentId>().notNull(),
    jobId: text('job_id').$type<JobId>().notNull(),
    /** Version that the correction created. */
    version: integer('version').notNull(),
    /** R2 key, SHA-256 and size of the previous version. */
    previousObjectKey: text('previous_object_key').notNull(),
    previousSha256: text('previous_sha256').notNull(),
    previousSize: integer('previous_size').notNull(),
    actorKind: text('actor_kind', { enum: ['user', 'api_key'] }).notNull(),
    actorId: text('actor_id').notNull(),
    /** JSON `{field: [old, new]}`, bounded; cells as `line_items[3].amount`. */
    changes: text('changes').notNull(),
    /** Time at which the correction was undone; null otherwise. */
    undoneAt: integer('undone_at'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.jobId, table.version] }),
    index('result_changes_organization').on(table.organizationId, table.documentId, table.createdAt),
  ],
);

export const comments = sqliteTable(
  'comments',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    documentId: text('document_id').$type<DocumentId>().notNull(),
    authorId: text('author_id').$type<UserId>().notNull(),
    text: text('text').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('comments_document').on(table.organizationId, table.documentId, table.createdAt, table.id)],
);

/** Review policy of an organization. Without a row the defaults of `core/domain/review-policy.ts` apply. */
export const reviewPolicies = sqliteTable('review_policies', {
  organizationId: text('organization_id').$type<OrganizationId>().primaryKey(),
  /** JSON of a `ReviewPolicy`. */
  policy: text('policy').notNull(),
  updatedBy: text('updated_by').$type<UserId>().notNull(),
  updatedAt: integer('updated_at').notNull(),
});
