import { useState } from 'preact/hooks';
import type { AdministratedUser, AdministrateUserBody } from '#core/contract/administration';
import { listUsers, updateUser } from '../../api/administration.ts';
import { ListCard } from '../../components/page-list.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { runAction } from '../../state/run-action.ts';
import { session } from '../../state/session.ts';
import { usePages } from '../../state/use-pages.ts';
import { ImpersonateDialog } from './impersonate-dialog.tsx';
import { ResetFactorsDialog } from './reset-factors-dialog.tsx';

export function UsersSection() {
  const [q, setQ] = useState('');
  const pages = usePages((cursor, signal) => listUsers(q, cursor, signal), q);
  const [impersonating, setImpersonating] = useState<AdministratedUser | null>(null);
  const [resetting, setResetting] = useState<AdministratedUser | null>(null);
  const change = (user: AdministratedUser, body: AdministrateUserBody, done: string) =>
    runAction(updateUser(user.id, body), done, pages.reload);
  return (
    <section aria-label="Users">
      <SearchField label="E-mail, name or id" onSearch={setQ} />
      <ListCard
        pages={pages}
        what="the users"
        empty={{ icon: 'search', title: 'No matches', text: 'No user matches this search.' }}
      >
        {(user) => (
          <UserRow
            key={user.id}
            user={user}
            onChange={change}
            onImpersonate={() => setImpersonating(user)}
            onReset={() => setResetting(user)}
          />
        )}
      </ListCard>
      {impersonating && <ImpersonateDialog user={impersonating} onClose={() => setImpersonating(null)} />}
      {resetting && <ResetFactorsDialog user={resetting} onClose={() => setResetting(null)} />}
    </section>
  );
}

interface UserRowProps {
  readonly user: AdministratedUser;
  readonly onChange: (user: AdministratedUser, body: AdministrateUserBody, done: string) => void;
  readonly onImpersonate: () => void;
  readonly onReset: () => void;
}

function UserRow({ user, onChange, onImpersonate, onReset }: UserRowProps) {
  const now = session.value;
  const isMe = now.state === 'signed-in' && now.identity.user.id === user.id;
  const name = `${user.first_name} ${user.last_name}`;
  const active = user.status === 'active';
  const admin = user.system_administrator;
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-3.5 last:border-b-0">
      <div class="min-w-56 flex-1">
        <p class="font-medium">
          {name} {isMe && <span class="font-normal text-ink-faint text-sm">(you)</span>}
          {admin && <span class="ml-2 font-normal text-ink-soft text-sm">System administrator</span>}
          {!active && <span class="ml-2 font-normal text-review text-sm">{user.status}</span>}
        </p>
        <p class="break-all text-ink-faint text-sm">
          {user.email}
          {!user.email_verified && ' (not confirmed)'} ·{' '}
          {user.organizations.map((each) => each.name).join(', ') || 'no organization'}
        </p>
      </div>
      {!isMe && (
        <div class="flex flex-wrap gap-2">
          {active && !admin && user.organizations.length > 0 && (
            <button type="button" class="button" aria-label={`Impersonate ${name}`} onClick={onImpersonate}>
              Impersonate
            </button>
          )}
          <button type="button" class="button" aria-label={`Reset second factors: ${name}`} onClick={onReset}>
            Reset second factors
          </button>
          {active && (
            <button
              type="button"
              class="button"
              aria-label={admin ? `Remove administrator rights: ${name}` : `Make administrator: ${name}`}
              onClick={() => onChange(user, { system_administrator: !admin }, `${name} updated.`)}
            >
              {admin ? 'Remove administrator rights' : 'Make administrator'}
            </button>
          )}
          <button
            type="button"
            class={`button ${active ? 'button-danger' : ''}`}
            aria-label={active ? `Suspend ${name}` : `Reactivate ${name}`}
            onClick={() =>
              onChange(
                user,
                { status: active ? 'suspended' : 'active' },
                `${name} ${active ? 'suspended' : 'reactivated'}.`,
              )
            }
          >
            {active ? 'Suspend' : 'Reactivate'}
          </button>
        </div>
      )}
    </li>
  );
}
