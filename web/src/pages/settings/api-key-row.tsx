import type { ApiKeyView } from '#core/contract/api-keys';
import { formatAge, formatTime } from '../../formatting/dates.ts';

export interface ApiKeyRowProps {
  readonly apiKey: ApiKeyView;
  /** Null when the person may not revoke. */
  readonly onRevoke: (() => void) | null;
  readonly onUsage: () => void;
}

export function ApiKeyRow({ apiKey, onRevoke, onUsage }: ApiKeyRowProps) {
  const {
    name,
    prefix,
    permissions,
    created_at: created,
    last_used_at: used,
    expires_at: expires,
    revoked_at: revoked,
    allowed_networks: networks,
    workspace_id: workspace,
  } = apiKey;
  const now = Date.now();
  const expired = expires !== null && Date.parse(expires) <= now;
  const facts = [
    `created ${formatAge(created, now)}`,
    used === null ? 'never used' : `used ${formatAge(used, now)}`,
    expires !== null && !expired && `expires ${formatTime(expires)}`,
    networks !== null && (networks.length === 1 ? 'from 1 network' : `from ${networks.length} networks`),
    workspace !== null && 'in one workspace',
  ].filter((fact) => fact !== false);
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-3.5 last:border-b-0">
      <div class="min-w-56 flex-1">
        <p class="flex flex-wrap items-center gap-x-3">
          <span class={`font-medium ${revoked === null ? '' : 'text-ink-faint line-through'}`}>{name}</span>
          <code class="font-mono text-ink-soft text-sm">{prefix}…</code>
        </p>
        <p class="text-ink-faint text-sm">{facts.join(' · ')}</p>
        <details class="mt-0.5 text-sm">
          <summary class="w-fit cursor-pointer text-ink-soft">
            {permissions.length} {permissions.length === 1 ? 'permission' : 'permissions'}
          </summary>
          <p class="mt-1 break-words font-mono text-ink-soft text-xs">{permissions.join(', ')}</p>
          {networks !== null && (
            <p class="mt-1 break-words font-mono text-ink-soft text-xs">From {networks.join(', ')}</p>
          )}
        </details>
      </div>
      <button type="button" class="button" aria-label={`Usage of ${name}`} onClick={onUsage}>
        Usage
      </button>
      {revoked !== null && <span class="text-ink-faint text-sm">Revoked {formatAge(revoked, now)}</span>}
      {revoked === null && expired && <span class="text-review text-sm">Expired</span>}
      {revoked === null && onRevoke && (
        <button type="button" class="button" aria-label={`Revoke ${name}`} onClick={onRevoke}>
          Revoke
        </button>
      )}
    </li>
  );
}
