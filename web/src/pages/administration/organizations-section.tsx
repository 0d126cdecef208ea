import { useState } from 'preact/hooks';
import type { AdministratedOrganization, AdministrateOrganizationBody } from '#core/contract/administration';
import { listOrganizationsOfServer, updateOrganizationOfServer } from '../../api/administration.ts';
import { ListCard } from '../../components/page-list.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { runAction } from '../../state/run-action.ts';
import { usePages } from '../../state/use-pages.ts';

const PLANS = ['starter', 'professional', 'enterprise'] as const;

export function OrganizationsSection() {
  const [q, setQ] = useState('');
  const pages = usePages((cursor, signal) => listOrganizationsOfServer(q, cursor, signal), q);
  const change = (organization: AdministratedOrganization, body: AdministrateOrganizationBody) =>
    runAction(updateOrganizationOfServer(organization.id, body), `${organization.name} updated.`, pages.reload);
  return (
    <section aria-label="Organizations">
      <SearchField label="Name, slug or id" onSearch={setQ} />
      <ListCard
        pages={pages}
        what="the organizations"
        empty={{ icon: 'search', title: 'No matches', text: 'No organization matches this search.' }}
      >
        {(organization) => (
          <OrganizationRow
            key={organization.id}
            organization={organization}
            onChange={(body) => change(organization, body)}
          />
        )}
      </ListCard>
    </section>
  );
}

interface OrganizationRowProps {
  readonly organization: AdministratedOrganization;
  readonly onChange: (body: AdministrateOrganizationBody) => void;
}

function OrganizationRow({ organization, onChange }: OrganizationRowProps) {
  const { name, slug, plan, status, members } = organization;
  const active = status === 'active';
  const choose = (value: string) => {
    const chosen = PLANS.find((each) => each === value);
    if (chosen) onChange({ plan: chosen });
  };
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-3.5 last:border-b-0">
      <div class="min-w-48 flex-1">
        <p class="font-medium">
          {name} {!active && <span class="ml-2 font-normal text-review text-sm">{status}</span>}
        </p>
        <p class="break-all text-ink-faint text-sm">
          {slug} · {members === 1 ? '1 member' : `${members} members`}
        </p>
      </div>
      <select
        class="input w-auto"
        aria-label={`Plan of ${name}`}
        value={plan}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {PLANS.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
      <button
        type="button"
        class={`button ${active ? 'button-danger' : ''}`}
        aria-label={active ? `Suspend ${name}` : `Reactivate ${name}`}
        onClick={() => onChange({ status: active ? 'suspended' : 'active' })}
      >
        {active ? 'Suspend' : 'Reactivate'}
      </button>
    </li>
  );
}
