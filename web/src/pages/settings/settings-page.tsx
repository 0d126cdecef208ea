import { useState } from 'preact/hooks';
import { Section } from '../../components/section.tsx';
import { mayUse, session } from '../../state/session.ts';
import { useTitle } from '../../state/use-title.ts';
import { ApiKeysSection } from './api-keys-section.tsx';
import { BrandingSection } from './branding-section.tsx';
import { LinkedAccountsSection } from './linked-accounts-section.tsx';
import { NameDialog } from './name-dialog.tsx';
import { OrganizationSection } from './organization-section.tsx';
import { OrganizationsSection } from './organizations-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SecuritySection } from './security-section.tsx';
import { SignInPolicySection } from './sign-in-policy-section.tsx';

export function SettingsPage() {
  useTitle('Settings');
  const [renaming, setRenaming] = useState(false);
  const now = session.value;
  if (now.state !== 'signed-in') return null;
  const { user, organization } = now.identity;
  const facts: readonly (readonly [string, string])[] = [
    ['Name', `${user.first_name} ${user.last_name}`],
    ['E-mail', user.email],
    ['Organization', organization.name],
    ['Your role', organization.role_name],
    ['Plan', organization.plan],
  ];
  return (
    // `relative` keeps what is hidden from sight inside; else it stretches the page below the window.
    <div class="relative h-full overflow-y-auto">
      <div class="mx-auto flex max-w-3xl flex-col gap-10 px-4 py-8 sm:px-6">
        <h1 class="font-semibold text-2xl tracking-tight">Settings</h1>
        <Section
          title="Profile"
          action={
            <button type="button" class="button" onClick={() => setRenaming(true)}>
              Change your name
            </button>
          }
        >
          <dl class="card grid grid-cols-[8rem_minmax(0,1fr)] gap-y-3 p-5">
            {facts.map(([label, value]) => (
              <div class="contents" key={label}>
                <dt class="text-ink-soft">{label}</dt>
                <dd class={`break-words font-medium ${label === 'E-mail' ? '' : 'first-letter:uppercase'}`}>{value}</dd>
              </div>
            ))}
          </dl>
        </Section>
        {renaming && <NameDialog user={user} onClose={() => setRenaming(false)} />}
        <OrganizationSection key={organization.id} identity={now.identity} />
        {mayUse('organization.update') && (
          <BrandingSection key={`look-${organization.id}`} organization={organization} />
        )}
        <OrganizationsSection identity={now.identity} />
        {mayUse('organization.update') && (
          <SignInPolicySection key={organization.id} organizationId={organization.id} />
        )}
        <SecondFactorSection />
        <LinkedAccountsSection />
        <SecuritySection emailVerified={user.email_verified} />
        {mayUse('api_keys.read') && <ApiKeysSection mayManage={mayUse('api_keys.manage')} />}
      </div>
    </div>
  );
}
