import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { DocumentId, OrganizationId, UserId } from '../../domain/id.ts';

/** Tenant data of the document list: what is in the full-text index, and saved views. Times are Unix milliseconds. */

/**
 * What the full-text index `document_search` holds of a document; `id` is its row there. The index is an FTS5 table
 * without content, made and kept in step by triggers of the migration `search_index`: a row deleted here or in
 * `documents` is deleted there.
 */
export const documentTexts = sqliteTable(
  'document_texts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    documentId: text('document_id').$type<DocumentId>().notNull(),
    /** `values`: names and values, rewritten with each correction. `text`: the words of the pages. */
    part: text('part', { enum: ['values', 'text'] }).notNull(),
    /** 0: still to be indexed by the sweeper. */
    indexedAt: integer('indexed_at').notNull(),
  },
  (table) => [
    uniqueIndex('document_texts_document').on(table.organizationId, table.documentId, table.part),
    index('document_texts_pending').on(table.id).where(sql`indexed_at = 0`),
  ],
);

/** A filter and order of the document list under a name. */
export const savedViews = sqliteTable(
  'saved_views',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    userId: text('user_id').$type<UserId>().notNull(),
    name: text('name').notNull(),
    /** JSON object of the query parameters of the list, bounded. */
    query: text('query').notNull(),
    /** 1: everybody in the organization sees it. */
    shared: integer('shared', { mode: 'boolean' }).notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    index('saved_views_user').on(table.organizationId, table.userId, table.createdAt),
    index('saved_views_shared').on(table.organizationId, table.createdAt).where(sql`shared = 1`),
  ],
);
