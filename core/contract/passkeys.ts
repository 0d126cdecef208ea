import { z } from '@hono/zod-openapi';
import { INPUT_LIMITS } from '../domain/input-limits.ts';
import { sessionMode } from './identity.ts';
import { reconfirmBodySchema } from './mfa.ts';
import { nameText } from './name.ts';

/** Passkeys (W3C Web Authentication Level 3) in the JSON form that browsers send and receive. */
const MAX_BASE64URL = 8_192;
const base64Url = z
  .string()
  .min(1)
  .max(MAX_BASE64URL)
  .regex(/^[A-Za-z0-9_-]+$/);
const transports = z.array(z.string().max(32)).max(10);
const passkeyName = nameText(INPUT_LIMITS.name);

export const passkeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    created_at: z.string(),
    last_used_at: z.string().nullable(),
  })
  .openapi('Passkey');

export const passkeyListSchema = z.object({ data: z.array(passkeySchema) }).openapi('PasskeyList');

/** Options for `navigator.credentials`, to be passed on unchanged. */
export const passkeyOptionsSchema = z.object({ options: z.record(z.string(), z.unknown()) }).openapi('PasskeyOptions');

export const beginPasskeyBodySchema = reconfirmBodySchema;

export const registrationResponseSchema = z.object({
  id: base64Url,
  rawId: base64Url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64Url,
    attestationObject: base64Url,
    transports: transports.optional(),
  }),
});

export const registerPasskeyBodySchema = z
  .object({ name: passkeyName, response: registrationResponseSchema })
  .openapi('RegisterPasskeyBody');

export const registeredPasskeySchema = z
  .object({
    passkey: passkeySchema,
    /** Only returned with the first second factor, and only once. */
    recovery_codes: z.array(z.string()).optional(),
  })
  .openapi('RegisteredPasskey');

export const authenticationResponseSchema = z.object({
  id: base64Url,
  rawId: base64Url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64Url,
    authenticatorData: base64Url,
    signature: base64Url,
    userHandle: base64Url.optional(),
  }),
});

export const passkeySignInBodySchema = z
  .object({ response: authenticationResponseSchema, session: sessionMode })
  .openapi('PasskeySignInBody');

export const renamePasskeyBodySchema = z.object({ name: passkeyName }).openapi('RenamePasskeyBody');

export type PasskeyView = z.infer<typeof passkeySchema>;
export type PasskeyList = z.infer<typeof passkeyListSchema>;
export type PasskeyOptions = z.infer<typeof passkeyOptionsSchema>;
export type RegistrationResponse = z.infer<typeof registrationResponseSchema>;
export type AuthenticationResponse = z.infer<typeof authenticationResponseSchema>;
export type RegisterPasskeyBody = z.infer<typeof registerPasskeyBodySchema>;
export type RegisteredPasskey = z.infer<typeof registeredPasskeySchema>;
