import type { PasskeyView } from '#core/contract/passkeys';
import type { PasskeyRow } from '#core/store/passkeys';

export function passkeyView({ id, name, createdAt, lastUsedAt }: PasskeyRow): PasskeyView {
  return {
    id,
    name,
    created_at: new Date(createdAt).toISOString(),
    last_used_at: lastUsedAt === null ? null : new Date(lastUsedAt).toISOString(),
  };
}
