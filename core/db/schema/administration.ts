import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OrganizationId } from '../../domain/id.ts';

/** Control data on branding, audit retention and outgoing mail. Times are Unix milliseconds. */

/** Branding of an organization's pages and emails. Without a row the product's default applies. */
export const brandings = sqliteTable('brandings', {
  organizationId: text('organization_id').$type<OrganizationId>().primaryKey(),
  /** `#rrggbb` in lower case; null means the product's color. */
  color: text('color'),
  /** R2 key, media type and SHA-256 (hex) of the logo; null without a logo. */
  logoKey: text('logo_key'),
  logoMediaType: text('logo_media_type', { enum: ['image/png', 'image/jpeg', 'image/webp'] }),
  logoSha256: text('logo_sha256'),
  updatedAt: integer('updated_at').notNull(),
});

/** Retention of an organization's audit events. Without a row the deployment's default applies. */
export const auditPolicies = sqliteTable('audit_policies', {
  organizationId: text('organization_id').$type<OrganizationId>().primaryKey(),
  retentionDays: integer('retention_days').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

/**
 * Mails not yet accepted by the provider. Rows are deleted on acceptance; mails that could not be sent remain as
 * `dead`.
 */
export const mailOutbox = sqliteTable(
  'mail_outbox',
  {
    id: text('id').primaryKey(),
    status: text('status', { enum: ['waiting', 'dead'] }).notNull(),
    /** For server administrators. The rest of the mail is encrypted because its links grant access to accounts. */
    subject: text('subject').notNull(),
    /** The mail as JSON, encrypted (core/security/seal.ts). */
    sealed: text('sealed').notNull(),
    attempts: integer('attempts').notNull(),
    /** Name of the last error, never text from the provider. */
    lastError: text('last_error'),
    availableAt: integer('available_at').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('mail_outbox_available').on(table.status, table.availableAt)],
);
