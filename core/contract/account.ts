import { z } from '@hono/zod-openapi';
import { canonicalLocale, canonicalTimeZone } from '../domain/preferences.ts';
import { email, linkToken, newPassword, personName } from './identity.ts';
import { listOf } from './list.ts';

/** Operations on the user's own account: email address, password, name, sessions. */

const locale = z
  .string()
  .max(35)
  .refine((text) => canonicalLocale(text) !== null, 'No language tag (BCP 47), such as de-CH.')
  .transform((text) => canonicalLocale(text))
  .openapi({ type: 'string', maxLength: 35, example: 'de-CH' });

const timeZone = z
  .string()
  .max(64)
  .refine((text) => canonicalTimeZone(text) !== null, 'No time zone (IANA), such as Europe/Zurich.')
  .transform((text) => canonicalTimeZone(text))
  .openapi({ type: 'string', maxLength: 64, example: 'Europe/Zurich' });

export const forgotPasswordBodySchema = z.object({ email }).openapi('ForgotPasswordBody');

export const resetPasswordBodySchema = z
  .object({ token: linkToken, password: newPassword })
  .openapi('ResetPasswordBody');

export const verifyEmailBodySchema = z
  .object({
    token: linkToken,
    /** Current password. Only needed when the caller has no session of the account. */
    password: newPassword.optional(),
  })
  .openapi('VerifyEmailBody');

export const changePasswordBodySchema = z
  .object({ current_password: newPassword, new_password: newPassword })
  .openapi('ChangePasswordBody');

export const updateProfileBodySchema = z
  .object({
    first_name: personName.optional(),
    last_name: personName.optional(),
    locale: locale.nullable().optional(),
    time_zone: timeZone.nullable().optional(),
  })
  .refine((body) => Object.values(body).some((value) => value !== undefined), 'Name at least one field to change.')
  .openapi('UpdateProfileBody');

export const sessionSchema = z
  .object({
    id: z.string(),
    ip: z.string().nullable(),
    user_agent: z.string().nullable(),
    created_at: z.string(),
    last_used_at: z.string(),
    expires_at: z.string(),
    /** True for the session making this request. */
    current: z.boolean(),
  })
  .openapi('Session');

export const sessionListSchema = listOf(sessionSchema, 'SessionList');

export type VerifyEmailBody = z.infer<typeof verifyEmailBodySchema>;
export type ChangePasswordBody = z.infer<typeof changePasswordBodySchema>;
export type UpdateProfileBody = z.infer<typeof updateProfileBodySchema>;
export type SessionView = z.infer<typeof sessionSchema>;
export type SessionList = z.infer<typeof sessionListSchema>;

/** Response when the work continues after the response is sent. */
export const acceptedSchema = z.object({ accepted: z.literal(true) }).openapi('Accepted');
