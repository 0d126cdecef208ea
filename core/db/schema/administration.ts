import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OrganizationId } from '../../domain/id.ts';

/** Control data beside the people: how an organization looks and keeps its trail, and the mails still to be sent. Times are Unix milliseconds. */

/** How pages and mails of an organization look; no row: plain. */
export const brandings = sqliteTable('brandings', {
  organizationId: text('organization_id').$type<OrganizationId>().primaryKey(),
  /** `#rrggbb`, lower case; null: the product's own. */
  color: text('color'),
  /** Key of the picture in the bucket, its media type, and its SHA-256 in hex; null without one. */
  logoKey: text('logo_key'),
  logoMediaType: text('logo_media_type', { enum: ['image/png', 'image/jpeg', 'image/webp'] }),
  logoSha256: text('logo_sha256'),
  updatedAt: integer('updated_at').notNull(),
});

/** How long an organization keeps its audit events; no row: as long as the deployment says. */
export const auditPolicies = sqliteTable('audit_policies', {
  organizationId: text('organization_id').$type<OrganizationId>().primaryKey(),
  retentionDays: integer('retention_days').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

/** Mails that a provider has not taken yet. Deleted once it has; one that never went stays as `dead`. */
export const mailOutbox = sqliteTable(
  'mail_outbox',
  {
    id: text('id').primaryKey(),
    status: text('status', { enum: ['waiting', 'dead'] }).notNull(),
    /** For people who look after the server; everything else about the mail is sealed, links open accounts. */
    subject: text('subject').notNull(),
    /** The mail as JSON, encrypted (core/security/seal.ts). */
    sealed: text('sealed').notNull(),
    attempts: integer('attempts').notNull(),
    /** Name of the last failure, never a provider's words. */
    lastError: text('last_error'),
    availableAt: integer('available_at').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('mail_outbox_available').on(table.status, table.availableAt)],
);
