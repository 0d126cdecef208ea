import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Identity } from '#core/contract/identity';
import { Section } from '../../components/section.tsx';
import { mayUse, session } from '../../state/session.ts';
import { useTitle } from '../../state/use-title.ts';
import { ApiKeysSection } from './api-keys-section.tsx';
import { BrandingSection } from './branding-section.tsx';
import { LinkedAccountsSection } from './linked-accounts-section.tsx';
import { OrganizationSection } from './organization-section.tsx';
import { OrganizationsSection } from './organizations-section.tsx';
import { ProfileDialog } from './profile-dialog.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SecuritySection } from './security-section.tsx';
import { SignInPolicySection } from './sign-in-policy-section.tsx';
import { WebhooksSection } from './webhooks-section.tsx';

/** Personal settings: profile, sign-in, sessions, organizations. */
export function SettingsPage() {
  useTitle('Settings');
  const now = session.value;
  if (now.state !== 'signed-in') return null;
  const { identity } = now;
  return (
    <SettingsFrame here="/settings">
      <ProfileSection identity={identity} />
      <SecuritySection emailVerified={identity.user.email_verified} />
      <SecondFactorSection />
      <LinkedAccountsSection />
      <OrganizationsSection identity={identity} />
    </SettingsFrame>
  );
}

/** Organization settings: name, branding, sign-in policy, API keys, webhooks. */
export function OrganizationSettingsPage() {
  useTitle('Organization settings');
  const now = session.value;
  if (now.state !== 'signed-in') return null;
  const { organization } = now.identity;
  const mayChange = mayUse('organization.update');
  return (
    // The key resets the page when the organization changes.
    <SettingsFrame key={organization.id} here="/settings/organization">
      <OrganizationSection identity={now.identity} />
      {mayUse('api_keys.read') && <ApiKeysSection mayManage={mayUse('api_keys.manage')} />}
      {mayUse('webhooks.read') && <WebhooksSection mayManage={mayUse('webhooks.manage')} />}
      {mayChange && <SignInPolicySection organizationId={organization.id} />}
      {mayChange && <BrandingSection organization={organization} />}
    </SettingsFrame>
  );
}

const PAGES = [
  ['/settings', 'Personal'],
  ['/settings/organization', 'Organization'],
  ['/settings/rules', 'Rules'],
] as const;

export interface SettingsFrameProps {
  readonly here: (typeof PAGES)[number][0];
  readonly children: ComponentChildren;
}

/** The heading of the settings and the links between their pages. */
export function SettingsFrame({ here, children }: SettingsFrameProps) {
  return (
    // `relative` contains visually hidden elements, which would otherwise extend the page below the viewport.
    <div class="relative h-full overflow-y-auto">
      <div class="mx-auto flex max-w-3xl flex-col gap-8 px-4 py-8 sm:px-6">
        <div class="flex flex-wrap items-center justify-between gap-3">
          <h1 class="font-semibold text-2xl tracking-tight">Settings</h1>
          <nav aria-label="Settings" class="flex gap-1">
            {PAGES.map(([href, label]) => (
              <a
                key={href}
                href={href}
                aria-current={href === here ? 'page' : undefined}
                class={`flex h-9 items-center rounded-full px-3.5 ${href === here ? 'bg-ink font-semibold text-canvas' : 'text-ink-soft hover:bg-sunken hover:text-ink'}`}
              >
                {label}
              </a>
            ))}
          </nav>
        </div>
        {children}
      </div>
    </div>
  );
}

function ProfileSection({ identity }: { readonly identity: Identity }) {
  const { user, organization } = identity;
  const [renaming, setRenaming] = useState(false);
  const facts: readonly (readonly [string, string])[] = [
    ['Name', `${user.first_name} ${user.last_name}`],
    ['E-mail', user.email],
    ['Date format', user.locale ?? 'browser setting'],
    ['Time zone', user.time_zone ?? 'browser setting'],
    ['Organization', organization.name],
    ['Your role', organization.role_name],
    ['Plan', organization.plan],
  ];
  return (
    <Section
      title="Profile"
      action={
        <button type="button" class="button" onClick={() => setRenaming(true)}>
          Edit profile
        </button>
      }
    >
      <dl class="card grid grid-cols-[7rem_minmax(0,1fr)] gap-y-3 p-5">
        {facts.map(([label, value]) => (
          <div class="contents" key={label}>
            <dt class="text-ink-soft">{label}</dt>
            <dd class={`break-words font-medium ${label === 'E-mail' ? '' : 'first-letter:uppercase'}`}>{value}</dd>
          </div>
        ))}
      </dl>
      {renaming && <ProfileDialog user={user} onClose={() => setRenaming(false)} />}
    </Section>
  );
}
