import { z } from '@hono/zod-openapi';
import { INPUT_LIMITS } from '../domain/input-limits.ts';
import { PERMISSIONS } from '../domain/permissions.ts';
import { listOf, pageQuerySchema } from './list.ts';
import { nameText } from './name.ts';

/** More than anybody looks after; it also bounds what a check of a key costs. */
const MAX_NETWORKS = 50;
const networks = z
  .array(z.string().trim().min(1).max(50))
  .min(1)
  .max(MAX_NETWORKS)
  .openapi({ example: ['203.0.113.0/24', '2001:db8::/32'] });

export const createApiKeyBodySchema = z
  .object({
    name: nameText(INPUT_LIMITS.name),
    /** Left out: everything the creator holds. Never more than that. */
    permissions: z.array(z.enum(PERMISSIONS)).min(1).max(PERMISSIONS.length).optional(),
    expires_at: z.iso.datetime().optional(),
    allowed_networks: networks.optional(),
    /** The one workspace the key may touch. */
    workspace_id: z.string().min(1).max(64).optional(),
  })
  .openapi('CreateApiKeyBody');

export const updateApiKeyBodySchema = z
  .object({
    name: nameText(INPUT_LIMITS.name).optional(),
    /** Never more than whoever changes the key holds. */
    permissions: z.array(z.enum(PERMISSIONS)).min(1).max(PERMISSIONS.length).optional(),
    /** `null` lifts the limit: the key works from anywhere again. */
    allowed_networks: networks.nullable().optional(),
    /** `null` lifts the bond: the key reaches what its creator reaches. */
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
    /** Networks and addresses the key may be used from; null: from anywhere. */
    allowed_networks: z.array(z.string()).nullable(),
    workspace_id: z.string().nullable(),
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

/** Calls of a key per UTC day; days without calls are left out. */
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
