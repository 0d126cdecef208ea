import type { ApiKeyView } from '#core/contract/api-keys';
import { permissionsFromBits } from '#core/domain/permissions';
import type { ApiKeyRow } from '#core/store/api-keys';

import { networkTexts } from './networks.ts';

const time = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Converts a row to its API form, which never includes the hash. */
export function apiKeyView(row: Omit<ApiKeyRow, 'hash' | 'organizationId'>, now: number): ApiKeyView {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    status: row.revokedAt !== null ? 'revoked' : row.expiresAt !== null && row.expiresAt <= now ? 'expired' : 'active',
    permissions: [...permissionsFromBits(row.permissions)],
    allowed_networks: row.allowedNetworks === null ? null : [...networkTexts(row.allowedNetworks)],
    workspace_id: row.workspaceId,
    created_by: row.createdBy,
    created_at: new Date(row.createdAt).toISOString(),
    expires_at: time(row.expiresAt),
    last_used_at: time(row.lastUsedAt),
    revoked_at: time(row.revokedAt),
  };
}
