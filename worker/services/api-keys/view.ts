import type { ApiKeyView } from '#core/contract/api-keys';
import { permissionsFromBits } from '#core/domain/permissions';
import type { ApiKeyRow } from '#core/store/api-keys';

const time = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** What may be shown of a key: never its hash. */
export function apiKeyView(row: Omit<ApiKeyRow, 'hash' | 'organizationId'>): ApiKeyView {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    permissions: [...permissionsFromBits(row.permissions)],
    created_by: row.createdBy,
    created_at: new Date(row.createdAt).toISOString(),
    expires_at: time(row.expiresAt),
    last_used_at: time(row.lastUsedAt),
    revoked_at: time(row.revokedAt),
  };
}
