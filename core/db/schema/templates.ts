import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OrganizationId, UserId } from '../../domain/id.ts';

/** An organization's custom schema templates, in their current version. Times are Unix milliseconds. */
export const templates = sqliteTable(
  'templates',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    version: integer('version').notNull(),
    createdBy: text('created_by').$type<UserId>().notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    /**
     * Archived templates are hidden and cannot be selected, but documents that refer to them are still processed with
     * them.
     */
    archivedAt: integer('archived_at'),
  },
  (table) => [index('templates_organization').on(table.organizationId, table.createdAt)],
);

/** The definition of each version. Results name the version that was applied. */
export const templateVersions = sqliteTable(
  'template_versions',
  {
    templateId: text('template_id').notNull(),
    version: integer('version').notNull(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    /** JSON of the request body. */
    definition: text('definition').notNull(),
    createdBy: text('created_by').$type<UserId>().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.templateId, table.version] })],
);
