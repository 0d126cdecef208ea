import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { EXPORT_FORMATS, EXPORT_STATUSES } from '../../domain/exports.ts';
import type { DocumentId, OrganizationId, UserId } from '../../domain/id.ts';

/** Tenant data of exports. Times are Unix milliseconds. */

export const exports = sqliteTable(
  'exports',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    format: text('format', { enum: EXPORT_FORMATS }).notNull(),
    /** JSON list of field names that are columns. */
    fields: text('fields').notNull(),
    status: text('status', { enum: EXPORT_STATUSES }).notNull(),
    /** Documents in the ledger; null until they are counted. */
    total: integer('total'),
    /** Position of the last document written, and the parts of the file so far. */
    done: integer('done').notNull(),
    parts: integer('parts').notNull(),
    /** Bytes of the parts. */
    size: integer('size').notNull(),
    /** Attempts since the last progress. */
    attempts: integer('attempts').notNull(),
    leaseToken: text('lease_token'),
    leaseUntil: integer('lease_until'),
    createdBy: text('created_by').$type<UserId>().notNull(),
    createdAt: integer('created_at').notNull(),
    finishedAt: integer('finished_at'),
    expiresAt: integer('expires_at'),
  },
  (table) => [
    index('exports_organization').on(table.organizationId, table.createdAt, table.id),
    index('exports_open').on(table.createdAt).where(sql`status IN ('queued', 'running')`),
    index('exports_expiring').on(table.expiresAt).where(sql`status = 'completed'`),
  ],
);

/** The ledger: which document left with which export. Rows of failed exports do not count. */
export const exportDocuments = sqliteTable(
  'export_documents',
  {
    exportId: text('export_id').notNull(),
    position: integer('position').notNull(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    documentId: text('document_id').$type<DocumentId>().notNull(),
    /** Workspace of the document when it was chosen: who may download the file. */
    workspaceId: text('workspace_id'),
  },
  (table) => [
    primaryKey({ columns: [table.exportId, table.position] }),
    index('export_documents_document').on(table.organizationId, table.documentId),
  ],
);
