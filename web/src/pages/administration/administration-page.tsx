import { useState } from 'preact/hooks';
import { PlainPage } from '../../components/plain-page.tsx';
import { session } from '../../state/session.ts';
import { useTitle } from '../../state/use-title.ts';
import { HealthSection } from './health-section.tsx';
import { JobsSection } from './jobs-section.tsx';
import { OrganizationsSection } from './organizations-section.tsx';
import { SecurityEventsSection } from './security-events-section.tsx';
import { SettingsSection } from './settings-section.tsx';
import { SystemAuditSection } from './system-audit-section.tsx';
import { UsersSection } from './users-section.tsx';

const PARTS = {
  users: { label: 'Users', Section: UsersSection },
  organizations: { label: 'Organizations', Section: OrganizationsSection },
  jobs: { label: 'Jobs', Section: JobsSection },
  security: { label: 'Security events', Section: SecurityEventsSection },
  audit: { label: 'Audit log', Section: SystemAuditSection },
  health: { label: 'Health', Section: HealthSection },
  settings: { label: 'Settings', Section: SettingsSection },
} as const;
const NAMES = Object.keys(PARTS) as (keyof typeof PARTS)[];

export function AdministrationPage() {
  useTitle('Server');
  const [part, setPart] = useState<keyof typeof PARTS>('users');
  const now = session.value;
  if (now.state !== 'signed-in' || !now.identity.user.system_administrator)
    return (
      <PlainPage
        name="Server administration"
        icon="system"
        title="For system administrators"
        text="This page manages the whole server. To manage your organization, open Settings or People; for anything else, ask the people who run this server."
      />
    );
  const { Section } = PARTS[part];
  return (
    <div class="h-full overflow-y-auto">
      <div class="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-8 sm:px-6">
        <h1 class="font-semibold text-2xl tracking-tight">Server</h1>
        <nav aria-label="Server administration" class="flex gap-1 overflow-x-auto py-1">
          {NAMES.map((name) => (
            <button
              key={name}
              type="button"
              class={`h-9 shrink-0 cursor-pointer rounded-full px-3.5 ${name === part ? 'bg-ink font-semibold text-canvas' : 'text-ink-soft hover:bg-sunken hover:text-ink'}`}
              aria-current={name === part ? 'page' : undefined}
              onClick={() => setPart(name)}
            >
              {PARTS[name].label}
            </button>
          ))}
        </nav>
        <Section />
      </div>
    </div>
  );
}
