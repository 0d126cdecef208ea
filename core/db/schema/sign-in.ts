import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { OrganizationId, UserId } from '../../domain/id.ts';

/**
 * Control data on the ways to sign in other than with a password. Secrets are encrypted or hashed. Times are Unix
 * milliseconds.
 */

/** A user's authenticator app, active once `confirmedAt` is set. */
export const totpAuthenticators = sqliteTable('totp_authenticators', {
  userId: text('user_id').$type<UserId>().primaryKey(),
  /** Encrypted for this user (core/security/seal.ts). */
  sealedSecret: text('sealed_secret').notNull(),
  createdAt: integer('created_at').notNull(),
  confirmedAt: integer('confirmed_at'),
  /** Latest 30-second step whose code was used, so that each code works once. */
  lastStep: integer('last_step'),
});

export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    /** SHA-256 of user id and code, hex. */
    hash: text('hash').primaryKey(),
    userId: text('user_id').$type<UserId>().notNull(),
    createdAt: integer('created_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [index('recovery_codes_user').on(table.userId)],
);

/** State of a sign-in that takes several requests: single use, one purpose, short-lived. */
export const signInChallenges = sqliteTable(
  'sign_in_challenges',
  {
    /** SHA-256 of the token or challenge, hex. */
    hash: text('hash').primaryKey(),
    purpose: text('purpose', {
      enum: [
        'second_factor',
        'second_factor_setup',
        'no_organization',
        'passkey_registration',
        'passkey_sign_in',
        'provider',
      ],
    }).notNull(),
    /** Null while the user is not known yet. */
    userId: text('user_id').$type<UserId>(),
    /** Encrypted JSON with server-side state; null if there is none. */
    sealedData: text('sealed_data'),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('sign_in_challenges_expires').on(table.expiresAt)],
);

/** WebAuthn credentials (W3C Web Authentication Level 3). */
export const passkeys = sqliteTable(
  'passkeys',
  {
    id: text('id').primaryKey(),
    userId: text('user_id').$type<UserId>().notNull(),
    /** base64url, as sent by the browser. */
    credentialId: text('credential_id').notNull(),
    /** COSE key, base64url. */
    publicKey: text('public_key').notNull(),
    /** Signature counter; 0 for authenticators without one. */
    counter: integer('counter').notNull(),
    /** JSON list of transport hints for reaching the authenticator. */
    transports: text('transports').notNull(),
    name: text('name').notNull(),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at'),
  },
  (table) => [
    uniqueIndex('passkeys_credential').on(table.credentialId),
    index('passkeys_user').on(table.userId, table.createdAt),
  ],
);

/** Provider accounts linked to a user. Identified by issuer and subject, never by email address. */
export const linkedIdentities = sqliteTable(
  'linked_identities',
  {
    id: text('id').primaryKey(),
    userId: text('user_id').$type<UserId>().notNull(),
    /** Name of a provider configured by the deployment, or id of an organization's own provider. */
    providerId: text('provider_id').notNull(),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    /** Email address reported by the provider at the time of linking. */
    email: text('email'),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at'),
  },
  (table) => [
    uniqueIndex('linked_identities_subject').on(table.issuer, table.subject),
    index('linked_identities_user').on(table.userId, table.createdAt),
  ],
);

/** Sign-in rules of an organization. Without a row only the deployment's rules apply. */
export const signInPolicies = sqliteTable('sign_in_policies', {
  organizationId: text('organization_id').$type<OrganizationId>().primaryKey(),
  mfaRequired: text('mfa_required', { enum: ['off', 'administrators', 'everyone'] }).notNull(),
  updatedAt: integer('updated_at').notNull(),
});

/** An organization's own identity providers. `kind` allows for SAML later; SCIM external ids would refer to `id`. */
export const identityProviders = sqliteTable(
  'identity_providers',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    kind: text('kind', { enum: ['oidc', 'saml'] }).notNull(),
    name: text('name').notNull(),
    issuer: text('issuer').notNull(),
    clientId: text('client_id').notNull(),
    /** Encrypted for this provider. */
    sealedClientSecret: text('sealed_client_secret').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    disabledAt: integer('disabled_at'),
  },
  (table) => [index('identity_providers_organization').on(table.organizationId, table.createdAt)],
);
