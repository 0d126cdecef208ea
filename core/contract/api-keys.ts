import { z } from '@hono/zod-openapi';
import { PERMISSIONS } from '../domain/permissions.ts';
import { listOf } from './list.ts';

export const createApiKeyBodySchema = z
  .object({
    name: z.string().trim().min(1).max(100),
    /** Left out: everything the creator holds. Never more than that. */
    permissions: z.array(z.enum(PERMISSIONS)).min(1).optional(),
    expires_at: z.iso.datetime().optional(),
  })
  .openapi('CreateApiKeyBody');

export const apiKeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string(),
    permissions: z.array(z.enum(PERMISSIONS)),
    created_by: z.string(),
    created_at: z.string(),
    expires_at: z.string().nullable(),
    last_used_at: z.string().nullable(),
    revoked_at: z.string().nullable(),
  })
  .openapi('ApiKey');

/** The only answer that ever holds the secret. */
export const createdApiKeySchema = apiKeySchema.extend({ secret: z.string() }).openapi('CreatedApiKey');
export const apiKeyListSchema = listOf(apiKeySchema, 'ApiKeyList');

export type CreateApiKeyBody = z.infer<typeof createApiKeyBodySchema>;
export type ApiKeyView = z.infer<typeof apiKeySchema>;
export type CreatedApiKeyView = z.infer<typeof createdApiKeySchema>;
export type ApiKeyList = z.infer<typeof apiKeyListSchema>;
