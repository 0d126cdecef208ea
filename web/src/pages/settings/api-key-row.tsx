import type { ApiKeyView } from '#core/contract/api-keys';
import { formatAge, formatTime } from '../../formatting/dates.ts';
import { workspaces } from '../../state/workspaces.ts';

export interface ApiKeyRowProps {
  readonly apiKey: ApiKeyView;
  /** True if the user may edit and rotate the key. */
  readonly manageable: boolean;
  readonly mayRevoke: boolean;
  readonly onOpen: (what: 'usage' | 'edit' | 'rotate' | 'revoke') => void;
}

const ACTIONS = {
  usage: ['Usage', 'Usage of'],
  edit: ['Edit', 'Edit'],
  rotate: ['Rotate', 'Rotate'],
  revoke: ['Revoke', 'Revoke'],
} as const;

export function ApiKeyRow({ apiKey, manageable, mayRevoke, onOpen }: ApiKeyRowProps) {
  const { name, prefix, permissions, status, revoked_at: revoked, allowed_networks: networks } = apiKey;
  const live = status === 'active';
  const offered = (['usage', 'edit', 'rotate', 'revoke'] as const).filter(
    (each) => each === 'usage' || (live && (each === 'revoke' ? mayRevoke : manageable)),
  );
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-3.5 last:border-b-0">
      <div class="min-w-0 flex-1 basis-64">
        <p class="flex flex-wrap items-center gap-x-3">
          <span class={`break-words font-medium ${revoked === null ? '' : 'text-ink-faint line-through'}`}>{name}</span>
          <code class="font-mono text-ink-soft text-sm">{prefix}…</code>
          {status === 'expired' && <span class="text-review text-sm">Expired</span>}
          {revoked !== null && <span class="text-ink-faint text-sm">Revoked {formatAge(revoked, Date.now())}</span>}
        </p>
        <p class="text-ink-faint text-sm">{factsOf(apiKey).join(' · ')}</p>
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
      <div class="flex flex-wrap gap-2">
        {offered.map((each) => {
          const [label, spoken] = ACTIONS[each];
          return (
            <button
              key={each}
              type="button"
              class="button"
              aria-label={`${spoken} ${name}, ${prefix}`}
              onClick={() => onOpen(each)}
            >
              {label}
            </button>
          );
        })}
      </div>
    </li>
  );
}

function workspaceOf(id: string | null): string | false {
  if (id === null) return false;
  const known = workspaces.value.find((each) => each.id === id);
  return known === undefined ? 'in one workspace' : `in “${known.name}”`;
}

function factsOf(key: ApiKeyView): readonly string[] {
  const { created_at: created, last_used_at: used, expires_at: expires, allowed_networks: networks } = key;
  const now = Date.now();
  return [
    `created ${formatAge(created, now)}`,
    used === null ? 'never used' : `last used ${formatAge(used, now)}`,
    key.status === 'active' && expires !== null && `expires ${formatTime(expires)}`,
    networks !== null && (networks.length === 1 ? 'from 1 network' : `from ${networks.length} networks`),
    workspaceOf(key.workspace_id),
  ].filter((fact) => fact !== false);
}
