import { z } from '@hono/zod-openapi';
import { email, linkToken, newPassword, personName } from './identity.ts';
import { listOf } from './list.ts';

/** What people do with their own account: address, password, name, sessions. */

export const forgotPasswordBodySchema = z.object({ email }).openapi('ForgotPasswordBody');

export const resetPasswordBodySchema = z
  .object({ token: linkToken, password: newPassword })
  .openapi('ResetPasswordBody');

export const verifyEmailBodySchema = z.object({ token: linkToken }).openapi('VerifyEmailBody');

export const changePasswordBodySchema = z
  .object({ current_password: newPassword, new_password: newPassword })
  .openapi('ChangePasswordBody');

export const updateProfileBodySchema = z
  .object({ first_name: personName.optional(), last_name: personName.optional() })
  .refine((body) => body.first_name !== undefined || body.last_name !== undefined, 'Name at least one field to change.')
  .openapi('UpdateProfileBody');

export const sessionSchema = z
  .object({
    id: z.string(),
    ip: z.string().nullable(),
    user_agent: z.string().nullable(),
    created_at: z.string(),
    last_used_at: z.string(),
    expires_at: z.string(),
    /** The one this very call belongs to. */
    current: z.boolean(),
  })
  .openapi('Session');

export const sessionListSchema = listOf(sessionSchema, 'SessionList');

export type ChangePasswordBody = z.infer<typeof changePasswordBodySchema>;
export type UpdateProfileBody = z.infer<typeof updateProfileBodySchema>;
export type SessionView = z.infer<typeof sessionSchema>;
export type SessionList = z.infer<typeof sessionListSchema>;

/** What is answered when the work goes on after the answer. */
export const acceptedSchema = z.object({ accepted: z.literal(true) }).openapi('Accepted');
