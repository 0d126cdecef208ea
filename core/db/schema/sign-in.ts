import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { OrganizationId, UserId } from '../../domain/id.ts';

/**
 * Control data about the ways a person proves who they are beside a password. Secrets are sealed or hashed, never
 * plain. Times are Unix milliseconds.
 */

/** The authenticator app of a person; it counts once `confirmedAt` is set. */
export const totpAuthenticators = sqliteTable('totp_authenticators', {
  userId: text('user_id').$type<UserId>().primaryKey(),
  /** Sealed for this person (core/security/seal.ts). */
  sealedSecret: text('sealed_secret').notNull(),
  createdAt: integer('created_at').notNull(),
  confirmedAt: integer('confirmed_at'),
  /** The latest 30-second step whose code was used: a code works once. */
  lastStep: integer('last_step'),
});

export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    /** SHA-256 of person and code, hex. */
    hash: text('hash').primaryKey(),
    userId: text('user_id').$type<UserId>().notNull(),
    createdAt: integer('created_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [index('recovery_codes_user').on(table.userId)],
);

/** What a sign-in that goes over several requests has to come back with: one use, one purpose, a short life. */
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
    /** Null while it is not known who asks. */
    userId: text('user_id').$type<UserId>(),
    /** Sealed JSON of what only we may know until then; null when there is nothing. */
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
    /** base64url, as the browser tells it. */
    credentialId: text('credential_id').notNull(),
    /** COSE key, base64url. */
    publicKey: text('public_key').notNull(),
    /** Signature counter; 0 for authenticators that keep none. */
    counter: integer('counter').notNull(),
    /** JSON list of hints how to reach the authenticator. */
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

/** Accounts elsewhere that open an account here: by issuer and subject, never by e-mail. */
export const linkedIdentities = sqliteTable(
  'linked_identities',
  {
    id: text('id').primaryKey(),
    userId: text('user_id').$type<UserId>().notNull(),
    /** The provider's name in the configuration, or the id of an organization's own. */
    providerId: text('provider_id').notNull(),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    /** What the provider called the person when the link was made. */
    email: text('email'),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at'),
  },
  (table) => [
    uniqueIndex('linked_identities_subject').on(table.issuer, table.subject),
    index('linked_identities_user').on(table.userId, table.createdAt),
  ],
);

/** How an organization's members sign in; an organization without a row asks for nothing beyond the deployment. */
export const signInPolicies = sqliteTable('sign_in_policies', {
  organizationId: text('organization_id').$type<OrganizationId>().primaryKey(),
  mfaRequired: text('mfa_required', { enum: ['off', 'administrators', 'everyone'] }).notNull(),
  updatedAt: integer('updated_at').notNull(),
});

/** An organization's own identity providers. `kind` leaves the place for SAML; `externalIds` of SCIM hang on `id`. */
export const identityProviders = sqliteTable(
  'identity_providers',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    kind: text('kind', { enum: ['oidc', 'saml'] }).notNull(),
    name: text('name').notNull(),
    issuer: text('issuer').notNull(),
    clientId: text('client_id').notNull(),
    /** Sealed for this provider. */
    sealedClientSecret: text('sealed_client_secret').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    disabledAt: integer('disabled_at'),
  },
  (table) => [index('identity_providers_organization').on(table.organizationId, table.createdAt)],
);
