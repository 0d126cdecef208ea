import { z } from '@hono/zod-openapi';
import { INPUT_LIMITS } from '../domain/input-limits.ts';
import { PERMISSIONS } from '../domain/permissions.ts';
import { PLANS } from '../domain/plans.ts';
import { listOf } from './list.ts';
import { nameText } from './name.ts';

export const personName = nameText(INPUT_LIMITS.name);
export const email = z.email().max(INPUT_LIMITS.email).openapi({ example: 'ada@example.com' });
/** Only bounds the input. The password rules are enforced by the service. */
export const newPassword = z.string().min(1).max(INPUT_LIMITS.password);
/** Token from an emailed link. */
export const linkToken = z.string().min(1).max(200);
/**
 * `token` returns both tokens in the response (for programs). `cookie` sets HttpOnly cookies and omits them (for
 * browsers).
 */
export const sessionMode = z.enum(['token', 'cookie']).default('token');

export const registerBodySchema = z
  .object({
    email,
    password: newPassword,
    first_name: personName,
    last_name: personName,
    organization_name: personName,
    session: sessionMode,
  })
  .openapi('RegisterBody');

export const mfaCode = z.string().min(6).max(INPUT_LIMITS.totpCode);

export const loginBodySchema = z
  .object({ email, password: newPassword, session: sessionMode, mfa_code: mfaCode.optional() })
  .openapi('LoginBody');

/** Without a body the refresh cookie is used, and the response contains no tokens. */
export const refreshBodySchema = z
  .object({ refresh_token: z.string().min(1).max(200).optional() })
  .openapi('RefreshBody');

export const switchOrganizationBodySchema = z
  .object({ organization_id: z.string().min(1).max(64) })
  .openapi('SwitchOrganizationBody');

export const userSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    first_name: z.string(),
    last_name: z.string(),
    /** Display format of dates and times: a BCP 47 locale and an IANA time zone; null means the browser's. */
    locale: z.string().nullable(),
    time_zone: z.string().nullable(),
    email_verified: z.boolean(),
    /** True for administrators of the whole server. */
    system_administrator: z.boolean(),
    created_at: z.string(),
  })
  .openapi('User');

export const organizationSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    slug: z.string(),
    plan: z.enum(PLANS),
    /** Name of a built-in role, or id of a custom role. */
    role: z.string(),
    role_name: z.string(),
    created_at: z.string(),
    /** Scheduled time of deletion; null unless an owner requested it. */
    deletes_at: z.string().nullable(),
  })
  .openapi('Organization');

export const organizationListSchema = listOf(organizationSchema, 'OrganizationList');

const identityShape = {
  user: userSchema,
  organization: organizationSchema,
  organizations: z.array(organizationSchema),
  permissions: z.array(z.enum(PERMISSIONS)),
  /** The system administrator impersonating this user; null otherwise. */
  impersonated_by: z.string().nullable(),
};

export const identitySchema = z.object(identityShape).openapi('Identity');

/** Response of registration, sign-in, refresh and switch. Tokens are absent in cookie mode. */
export const signedInSchema = z
  .object({
    ...identityShape,
    access_token: z.string().optional(),
    token_type: z.literal('Bearer').optional(),
    /** Lifetime of the access token in seconds. */
    expires_in: z.number().int(),
    refresh_token: z.string().optional(),
  })
  .openapi('SignedIn');

/** A sign-in that needs a second step. No session exists yet; `mfa_token` is valid for that step only. */
export const mfaPendingSchema = z
  .object({
    mfa_required: z.literal(true),
    mfa_token: z.string(),
    /** True if the organization requires a second factor and the user has none. It can be set up with the token. */
    setup_required: z.boolean(),
    /** Second factors the user can choose from; empty if one must be set up first. */
    methods: z.array(z.enum(['totp', 'passkey', 'recovery_code'])),
    /** Lifetime of the token in seconds. */
    expires_in: z.number().int(),
  })
  .openapi('MfaPending');

/**
 * The sign-in succeeded, but the user is not a member of any organization. `join_token` only allows accepting an
 * invitation.
 */
export const organizationPendingSchema = z
  .object({
    organization_required: z.literal(true),
    join_token: z.string(),
    /** Email address the invitation must have been sent to. */
    email: z.string(),
    /** Lifetime of the token in seconds. */
    expires_in: z.number().int(),
  })
  .openapi('OrganizationPending');

/** Registered and waiting for approval; not signed in. */
export const registrationPendingSchema = z
  .object({ registered: z.literal(true), waits_for: z.enum(['approval', 'email_verification']) })
  .openapi('RegistrationPending');

export type RegistrationPending = z.infer<typeof registrationPendingSchema>;

export const signInAnswerSchema = z
  .union([signedInSchema, mfaPendingSchema, organizationPendingSchema])
  .openapi('SignInAnswer');

export type OrganizationPending = z.infer<typeof organizationPendingSchema>;
export type MfaPending = z.infer<typeof mfaPendingSchema>;
export type SignInAnswer = z.infer<typeof signInAnswerSchema>;
export type RegisterBody = z.infer<typeof registerBodySchema>;
export type LoginBody = z.infer<typeof loginBodySchema>;
export type Identity = z.infer<typeof identitySchema>;
export type SignedIn = z.infer<typeof signedInSchema>;
export type UserView = z.infer<typeof userSchema>;
export type OrganizationView = z.infer<typeof organizationSchema>;
