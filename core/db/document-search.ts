import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The full-text index, an FTS5 table. Not part of `schema/`: drizzle-kit knows no virtual tables, so the migration
 * `search_index` makes it. It has no content: its columns read as NULL.
 */
export const documentSearch = sqliteTable('document_search', { rowid: integer('rowid'), words: text('words') });
