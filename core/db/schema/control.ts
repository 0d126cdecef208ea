import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ApiKeyId, OrganizationId, SessionId, UserId } from '../../domain/id.ts';
import { PLANS } from '../../domain/plans.ts';

/**
 * Control data: users, organizations and permissions. Separate from tenant data (tenant.ts): no query joins the two, so
 * that each can move to its own database. Times are Unix milliseconds.
 */

export const users = sqliteTable(
  'users',
  {
    id: text('id').$type<UserId>().primaryKey(),
    email: text('email').notNull(),
    /** Normalized for comparison: NFKC, trimmed, lower case. */
    emailNormalized: text('email_normalized').notNull(),
    /** PHC string; null for users who sign in only through a provider. */
    passwordHash: text('password_hash'),
    firstName: text('first_name').notNull(),
    lastName: text('last_name').notNull(),
    /** Display locale and time zone; null means the browser's. */
    locale: text('locale'),
    timeZone: text('time_zone'),
    /** `pending`: registered, waiting for approval by a system administrator. */
    status: text('status', { enum: ['active', 'suspended', 'pending'] })
      .notNull()
      .default('active'),
    emailVerifiedAt: integer('email_verified_at'),
    /** When the user became a system administrator; null for everyone else. */
    systemAdministratorAt: integer('system_administrator_at'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [uniqueIndex('users_email_normalized').on(table.emailNormalized)],
);

export const organizations = sqliteTable(
  'organizations',
  {
    id: text('id').$type<OrganizationId>().primaryKey(),
    name: text('name').notNull(),
    slug: text('slug').notNull(),
    plan: text('plan', { enum: PLANS }).notNull().default('starter'),
    status: text('status', { enum: ['active', 'suspended', 'deleted'] })
      .notNull()
      .default('active'),
    /** Name of the D1 binding that holds this organization's tenant data. */
    shard: text('shard').notNull().default('DB'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    /** Scheduled time of deletion with all data; null if not scheduled. */
    deletesAt: integer('deletes_at'),
  },
  (table) => [uniqueIndex('organizations_slug').on(table.slug)],
);

export const memberships = sqliteTable(
  'memberships',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    userId: text('user_id').$type<UserId>().notNull(),
    role: text('role').notNull(),
    status: text('status', { enum: ['active', 'suspended'] })
      .notNull()
      .default('active'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('memberships_organization_user').on(table.organizationId, table.userId),
    index('memberships_user').on(table.userId),
  ],
);

/** A sign-in on one device. Also the token family of its refresh tokens. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').$type<SessionId>().primaryKey(),
    userId: text('user_id').$type<UserId>().notNull(),
    /** The organization the session is currently using. */
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    ip: text('ip'),
    userAgent: text('user_agent'),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    revokedAt: integer('revoked_at'),
    revokedReason: text('revoked_reason', { enum: ['logout', 'reuse', 'password', 'administrator', 'revoked'] }),
    /** The impersonating system administrator. Such a session has no refresh token. */
    impersonatorId: text('impersonator_id'),
  },
  (table) => [index('sessions_user').on(table.userId)],
);

export const refreshTokens = sqliteTable(
  'refresh_tokens',
  {
    /** SHA-256 of the token, hex. The token is never stored. */
    hash: text('hash').primaryKey(),
    sessionId: text('session_id').$type<SessionId>().notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [index('refresh_tokens_session').on(table.sessionId)],
);

export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: text('id').$type<ApiKeyId>().primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    createdBy: text('created_by').$type<UserId>().notNull(),
    name: text('name').notNull(),
    /** The displayed part, for example `nc_live_7fk2m9qd`. */
    prefix: text('prefix').notNull(),
    /** SHA-256 of the whole key, hex. */
    hash: text('hash').notNull(),
    /** Permission bits in hex; at most what the creator held. */
    permissions: text('permissions').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at'),
    lastUsedAt: integer('last_used_at'),
    revokedAt: integer('revoked_at'),
    /** JSON list of the CIDR networks the key may be used from; null means any. */
    allowedNetworks: text('allowed_networks'),
    /** Restricts the key to one workspace; null means everything its creator can access. */
    workspaceId: text('workspace_id'),
  },
  (table) => [
    uniqueIndex('api_keys_hash').on(table.hash),
    index('api_keys_organization').on(table.organizationId, table.createdAt),
  ],
);

/** Failed sign-ins per subject (hash of an email or IP address) and window, used for throttling. */
export const signInAttempts = sqliteTable(
  'sign_in_attempts',
  {
    subject: text('subject').notNull(),
    windowStart: integer('window_start').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.windowStart] })],
);

/** Tokens of emailed links: single use, one purpose, one address. */
export const oneTimeTokens = sqliteTable(
  'one_time_tokens',
  {
    /** SHA-256 of the token, hex. The token itself is only in the email. */
    hash: text('hash').primaryKey(),
    userId: text('user_id').$type<UserId>().notNull(),
    purpose: text('purpose', { enum: ['verify_email', 'reset_password'] }).notNull(),
    /** The address it was sent to. The token is void once the user's address changes. */
    emailNormalized: text('email_normalized').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [index('one_time_tokens_user').on(table.userId, table.purpose)],
);

export const invitations = sqliteTable(
  'invitations',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    email: text('email').notNull(),
    emailNormalized: text('email_normalized').notNull(),
    role: text('role').notNull(),
    /** SHA-256 of the emailed token, hex. Resending the invitation replaces it. */
    tokenHash: text('token_hash').notNull(),
    invitedBy: text('invited_by').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    acceptedAt: integer('accepted_at'),
    revokedAt: integer('revoked_at'),
    /** JSON `[{workspace_id, role}]`: workspaces joined on acceptance; null if none. */
    workspaces: text('workspaces'),
  },
  (table) => [
    uniqueIndex('invitations_token_hash').on(table.tokenHash),
    uniqueIndex('invitations_open')
      .on(table.organizationId, table.emailNormalized)
      .where(sql`accepted_at IS NULL AND revoked_at IS NULL`),
    index('invitations_organization').on(table.organizationId, table.createdAt),
  ],
);

/** An organization's custom roles. Memberships refer to them by id. */
export const customRoles = sqliteTable(
  'custom_roles',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    name: text('name').notNull(),
    /** Normalized for comparison: NFKC, trimmed, lower case. */
    nameNormalized: text('name_normalized').notNull(),
    /** Permission bits in hex. */
    permissions: text('permissions').notNull(),
    createdBy: text('created_by').$type<UserId>().notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [uniqueIndex('custom_roles_organization_name').on(table.organizationId, table.nameNormalized)],
);

/** Mails of a development or test server, kept here instead of being sent. Empty in production. */
export const developmentMails = sqliteTable(
  'development_mails',
  {
    id: text('id').primaryKey(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    html: text('html').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    index('development_mails_created').on(table.createdAt),
    index('development_mails_recipient').on(table.recipient),
  ],
);
