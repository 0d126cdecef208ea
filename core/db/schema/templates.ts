import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OrganizationId, UserId } from '../../domain/id.ts';

/** An organization's own schema templates: the current version of each. Times are Unix milliseconds. */
export const templates = sqliteTable(
  'templates',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    version: integer('version').notNull(),
    createdBy: text('created_by').$type<UserId>().notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    /** Documents that name it are still read by it; nobody finds or chooses it any more. */
    archivedAt: integer('archived_at'),
  },
  (table) => [index('templates_organization').on(table.organizationId, table.createdAt)],
);

/** What each version asked for: a result names the version it was read by. */
export const templateVersions = sqliteTable(
  'template_versions',
  {
    templateId: text('template_id').notNull(),
    version: integer('version').notNull(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    /** JSON: the request body it was written with. */
    definition: text('definition').notNull(),
    createdBy: text('created_by').$type<UserId>().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.templateId, table.version] })],
);
