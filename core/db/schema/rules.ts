import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OrganizationId, UserId } from '../../domain/id.ts';

/** An organization's rules for its documents, in their current version. Times are Unix milliseconds. */
export const rules = sqliteTable(
  'rules',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    version: integer('version').notNull(),
    /** Inactive rules are kept but stop no document. */
    active: integer('active', { mode: 'boolean' }).notNull(),
    createdBy: text('created_by').$type<UserId>().notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    /** Archived rules are hidden and stop no document. */
    archivedAt: integer('archived_at'),
  },
  (table) => [index('rules_organization').on(table.organizationId, table.createdAt)],
);

/** Name and definition of each version. */
export const ruleVersions = sqliteTable(
  'rule_versions',
  {
    ruleId: text('rule_id').notNull(),
    version: integer('version').notNull(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    name: text('name').notNull(),
    /** JSON of a `RuleDefinition`. */
    definition: text('definition').notNull(),
    createdBy: text('created_by').$type<UserId>().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ruleId, table.version] })],
);
