import { z } from '@hono/zod-openapi';
import { INPUT_LIMITS } from '../domain/input-limits.ts';
import { PERMISSIONS } from '../domain/permissions.ts';
import { listOf, pageQuerySchema } from './list.ts';
import { nameText } from './name.ts';

/** More than anyone can maintain by hand. Also bounds the cost of checking a key. */
const MAX_NETWORKS = 50;
const networks = z
  .array(z.string().trim().min(1).max(50))
  .min(1)
  .max(MAX_NETWORKS)
  .openapi({ example: ['203.0.113.0/24', '2001:db8::/32'] });

export const createApiKeyBodySchema = z
  .object({
    name: nameText(INPUT_LIMITS.name),
    /** Defaults to everything the creator holds, which is also the maximum. */
    permissions: z.array(z.enum(PERMISSIONS)).min(1).max(PERMISSIONS.length).optional(),
    expires_at: z.iso.datetime().optional(),
    allowed_networks: networks.optional(),
    /** Restricts the key to one workspace. */
    workspace_id: z.string().min(1).max(64).optional(),
  })
  .openapi('CreateApiKeyBody');

export const updateApiKeyBodySchema = z
  .object({
    name: nameText(INPUT_LIMITS.name).optional(),
    /** At most the permissions of the user who changes the key. */
    permissions: z.array(z.enum(PERMISSIONS)).min(1).max(PERMISSIONS.length).optional(),
    /** `null` removes the restriction: the key works from any address. */
    allowed_networks: networks.nullable().optional(),
    /** `null` removes the restriction: the key has access to every workspace its creator can access. */
    workspace_id: z.string().min(1).max(64).nullable().optional(),
  })
  .refine((body) => Object.values(body).some((value) => value !== undefined), 'Name at least one field to change.')
  .openapi('UpdateApiKeyBody');

const API_KEY_STATUSES = ['active', 'expired', 'revoked'] as const;

export const apiKeyListQuerySchema = pageQuerySchema.extend({
  q: z.string().trim().max(100).optional().openapi({ description: 'Part of the name, or the beginning of the key' }),
  status: z.enum(API_KEY_STATUSES).optional(),
  workspace_id: z.string().max(64).optional(),
});

export const apiKeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string(),
    status: z.enum(API_KEY_STATUSES),
    permissions: z.array(z.enum(PERMISSIONS)),
    /** Networks and addresses the key may be used from; null means any. */
    allowed_networks: z.array(z.string()).nullable(),
    workspace_id: z.string().nullable(),
    created_by: z.string(),
    created_at: z.string(),
    expires_at: z.string().nullable(),
    last_used_at: z.string().nullable(),
    revoked_at: z.string().nullable(),
  })
  .openapi('ApiKey');

/** The only response that contains the secret. */
export const createdApiKeySchema = apiKeySchema.extend({ secret: z.string() }).openapi('CreatedApiKey');
export const apiKeyListSchema = listOf(apiKeySchema, 'ApiKeyList');

/** API calls per UTC day; days without calls are omitted. */
export const apiKeyUsageSchema = z
  .object({
    api_key_id: z.string(),
    calls: z.number().int(),
    days: z.array(z.object({ day: z.string().openapi({ example: '2026-11-21' }), calls: z.number().int() })),
  })
  .openapi('ApiKeyUsage');

export type UpdateApiKeyBody = z.infer<typeof updateApiKeyBodySchema>;
export type ApiKeyListQuery = z.infer<typeof apiKeyListQuerySchema>;
export type ApiKeyUsageView = z.infer<typeof apiKeyUsageSchema>;
export type CreateApiKeyBody = z.infer<typeof createApiKeyBodySchema>;
export type ApiKeyView = z.infer<typeof apiKeySchema>;
export type CreatedApiKeyView = z.infer<typeof createdApiKeySchema>;
export type ApiKeyList = z.infer<typeof apiKeyListSchema>;
