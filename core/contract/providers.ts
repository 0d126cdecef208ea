import { z } from '@hono/zod-openapi';
import { reconfirmBodySchema } from './mfa.ts';

export const signInOptionsSchema = z
  .object({
    registration: z.enum(['open', 'approval', 'closed']),
    password_min_length: z.number().int().openapi({ description: 'Shortest accepted password, in characters' }),
    providers: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .openapi('SignInOptions');

export const beginAtProviderBodySchema = z
  .object({
    /** Application path to return to after the sign-in. */
    return_to: z.string().min(1).max(500),
  })
  .openapi('BeginAtProviderBody');

/** Requires re-authentication because linking adds a way to sign in. */
export const beginLinkingBodySchema = beginAtProviderBodySchema
  .extend(reconfirmBodySchema.shape)
  .openapi('BeginLinkingBody');

export const providerStartSchema = z
  .object({ authorization_url: z.string().openapi({ description: 'Redirect the browser to this URL' }) })
  .openapi('ProviderStart');

export const linkedIdentitySchema = z
  .object({
    id: z.string(),
    provider: z.object({ id: z.string(), name: z.string() }),
    email: z.string().nullable(),
    created_at: z.string(),
    last_used_at: z.string().nullable(),
  })
  .openapi('LinkedIdentity');
export const linkedIdentityListSchema = z.object({ data: z.array(linkedIdentitySchema) }).openapi('LinkedIdentityList');

export type BeginLinkingBody = z.infer<typeof beginLinkingBodySchema>;
export type SignInOptions = z.infer<typeof signInOptionsSchema>;
export type ProviderStart = z.infer<typeof providerStartSchema>;
export type LinkedIdentityView = z.infer<typeof linkedIdentitySchema>;
