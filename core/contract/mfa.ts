import { z } from '@hono/zod-openapi';
import { INPUT_LIMITS } from '../domain/input-limits.ts';
import { MFA_DEMANDS } from '../domain/mfa.ts';
import { mfaCode, newPassword, sessionMode, signedInSchema } from './identity.ts';

/** Second factors: authenticator app and recovery codes. */

export const mfaToken = z.string().min(1).max(200);
const recoveryCode = z.string().min(1).max(INPUT_LIMITS.recoveryCode);

/** Exactly one of the two. */
export const verifyMfaBodySchema = z
  .object({
    mfa_token: mfaToken,
    code: mfaCode.optional(),
    recovery_code: recoveryCode.optional(),
    session: sessionMode,
  })
  .refine((body) => (body.code === undefined) !== (body.recovery_code === undefined), 'Give a code or a recovery code.')
  .openapi('VerifyMfaBody');

/** Re-authentication with the password or a second factor. */
export const reconfirmBodySchema = z
  .object({
    current_password: newPassword.optional(),
    code: mfaCode.optional(),
    recovery_code: recoveryCode.optional(),
  })
  .openapi('ReconfirmBody');

export const totpProposalSchema = z
  .object({
    /** Base 32, for manual entry in an authenticator app. */
    secret: z.string(),
    /** `otpauth://…` URI for a QR code. */
    uri: z.string(),
  })
  .openapi('TotpProposal');

export const confirmTotpBodySchema = z.object({ code: mfaCode }).openapi('ConfirmTotpBody');

export const mfaTokenBodySchema = z.object({ mfa_token: mfaToken }).openapi('MfaTokenBody');

export const finishMfaSetupBodySchema = z
  .object({ mfa_token: mfaToken, code: mfaCode, session: sessionMode })
  .openapi('FinishMfaSetupBody');

/** Only returned once; each code works once. */
export const recoveryCodesSchema = z.object({ recovery_codes: z.array(z.string()) }).openapi('RecoveryCodes');

export const signedInWithCodesSchema = signedInSchema
  .extend({ recovery_codes: z.array(z.string()) })
  .openapi('SignedInWithRecoveryCodes');

export const mfaStatusSchema = z
  .object({
    totp: z.boolean(),
    totp_confirmed_at: z.string().nullable(),
    passkeys: z.number().int(),
    recovery_codes_left: z.number().int(),
    /** False for users who sign in only through a provider or with a passkey. */
    has_password: z.boolean(),
    /** True if one of the user's organizations requires a second factor. */
    demanded: z.boolean(),
  })
  .openapi('MfaStatus');

export const signInPolicySchema = z.object({ mfa_required: z.enum(MFA_DEMANDS) }).openapi('SignInPolicy');

export type ReconfirmBody = z.infer<typeof reconfirmBodySchema>;
export type TotpProposal = z.infer<typeof totpProposalSchema>;
export type MfaStatus = z.infer<typeof mfaStatusSchema>;
export type SignInPolicyView = z.infer<typeof signInPolicySchema>;
export type SignedInWithCodes = z.infer<typeof signedInWithCodesSchema>;
