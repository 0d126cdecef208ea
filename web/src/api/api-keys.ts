import type { ApiKeyUsageView, ApiKeyView, CreateApiKeyBody, UpdateApiKeyBody } from '#core/contract/api-keys';
import { type Page, pageQuery } from './page.ts';
import { send, sendJson } from './request.ts';

/** The only response that contains the secret. */
export type CreatedApiKey = ApiKeyView & { readonly secret: string };

export function listApiKeys(cursor: string | null, signal: AbortSignal): Promise<Page<ApiKeyView>> {
  return sendJson(`/api-keys${pageQuery(cursor, 50)}`, { signal });
}

export function createApiKey(body: CreateApiKeyBody): Promise<CreatedApiKey> {
  return sendJson('/api-keys', { method: 'POST', body });
}

export function updateApiKey(id: string, body: UpdateApiKeyBody): Promise<ApiKeyView> {
  return sendJson(`/api-keys/${encodeURIComponent(id)}`, { method: 'PATCH', body });
}

export async function revokeApiKey(id: string): Promise<void> {
  await send(`/api-keys/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

/** Creates a replacement with a new secret; the old key keeps working for a while. */
export function rotateApiKey(id: string): Promise<CreatedApiKey> {
  return sendJson(`/api-keys/${encodeURIComponent(id)}/rotate`, { method: 'POST' });
}

export function readApiKeyUsage(id: string, signal: AbortSignal): Promise<ApiKeyUsageView> {
  return sendJson(`/api-keys/${encodeURIComponent(id)}/usage`, { signal });
}
