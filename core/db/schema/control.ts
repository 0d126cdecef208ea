import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ApiKeyId, OrganizationId, SessionId, UserId } from '../../domain/id.ts';
import { PLANS } from '../../domain/plans.ts';

/**
 * Control data: who exists and who may do what. Kept apart from tenant data (tenant.ts): no query joins across the
 * seam, so that either half can move to a database of its own. Times are Unix milliseconds.
 */

export const users = sqliteTable(
  'users',
  {
    id: text('id').$type<UserId>().primaryKey(),
    email: text('email').notNull(),
    /** NFKC, trimmed, lower case; the one form that is compared. */
    emailNormalized: text('email_normalized').notNull(),
    /** PHC string; null for people who only sign in through a provider. */
    passwordHash: text('password_hash'),
    firstName: text('first_name').notNull(),
    lastName: text('last_name').notNull(),
    /** How the person reads dates and times; null: as their browser does. */
    locale: text('locale'),
    timeZone: text('time_zone'),
    /** `pending`: registered, and waits for a system administrator's yes. */
    status: text('status', { enum: ['active', 'suspended', 'pending'] })
      .notNull()
      .default('active'),
    emailVerifiedAt: integer('email_verified_at'),
    /** Since when the person looks after the whole server; null for everybody else. */
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
    /** Set while the organization waits to be deleted; everything in it goes at that time. */
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

/** A sign-in on one device: the family that its refresh tokens belong to. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').$type<SessionId>().primaryKey(),
    userId: text('user_id').$type<UserId>().notNull(),
    /** The organization the session currently works in. */
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    ip: text('ip'),
    userAgent: text('user_agent'),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    revokedAt: integer('revoked_at'),
    revokedReason: text('revoked_reason', { enum: ['logout', 'reuse', 'password', 'administrator', 'revoked'] }),
    /** The system administrator who works as this person; such a session has no refresh token. */
    impersonatorId: text('impersonator_id'),
  },
  (table) => [index('sessions_user').on(table.userId)],
);

export const refreshTokens = sqliteTable(
  'refresh_tokens',
  {
    /** SHA-256 of the token, hex. The token itself is never stored. */
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
    /** The part that is shown, for example `nc_live_7fk2m9qd`. */
    prefix: text('prefix').notNull(),
    /** SHA-256 of the whole key, hex. */
    hash: text('hash').notNull(),
    /** Permission bits in hex; never more than its creator held. */
    permissions: text('permissions').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at'),
    lastUsedAt: integer('last_used_at'),
    revokedAt: integer('revoked_at'),
    /** JSON list of networks in CIDR form the key may be used from; null: from anywhere. */
    allowedNetworks: text('allowed_networks'),
    /** The one workspace the key may touch; null: whatever its creator may. */
    workspaceId: text('workspace_id'),
  },
  (table) => [
    uniqueIndex('api_keys_hash').on(table.hash),
    index('api_keys_organization').on(table.organizationId, table.createdAt),
  ],
);

/** Failed sign-ins per subject (an e-mail's or an address's hash) and window; throttling reads and writes it. */
export const signInAttempts = sqliteTable(
  'sign_in_attempts',
  {
    subject: text('subject').notNull(),
    windowStart: integer('window_start').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.windowStart] })],
);

/** What a mailed link carries: one use, one purpose, one address. */
export const oneTimeTokens = sqliteTable(
  'one_time_tokens',
  {
    /** SHA-256 of the token, hex. The token itself is only in the mail. */
    hash: text('hash').primaryKey(),
    userId: text('user_id').$type<UserId>().notNull(),
    purpose: text('purpose', { enum: ['verify_email', 'reset_password'] }).notNull(),
    /** The address it was sent to; a person who has another one by now cannot use it. */
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
    /** SHA-256 of the token in the mail, hex. Sending again replaces it. */
    tokenHash: text('token_hash').notNull(),
    invitedBy: text('invited_by').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    acceptedAt: integer('accepted_at'),
    revokedAt: integer('revoked_at'),
    /** JSON `[{workspace_id, role}]`: the workspaces a person joins by accepting; null: none. */
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

/** Roles an organization made for itself; a membership names one by its id. */
export const customRoles = sqliteTable(
  'custom_roles',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    name: text('name').notNull(),
    /** NFKC, trimmed, lower case; the one form that is compared. */
    nameNormalized: text('name_normalized').notNull(),
    /** Permission bits in hex. */
    permissions: text('permissions').notNull(),
    createdBy: text('created_by').$type<UserId>().notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [uniqueIndex('custom_roles_organization_name').on(table.organizationId, table.nameNormalized)],
);

/** Mails of a development or test server, which sends none: people read them here. Empty in production. */
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
