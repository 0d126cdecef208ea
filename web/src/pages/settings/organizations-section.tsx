import { useState } from 'preact/hooks';
import type { Identity } from '#core/contract/identity';
import { createOrganization, switchOrganization } from '../../api/identity.ts';
import { NameField } from '../../components/account-fields.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { Section } from '../../components/section.tsx';
import { showFailure } from '../../state/toasts.ts';
import { useForm } from '../../state/use-form.ts';

/** A full page load: lists, uploads and live updates of the previous organization must not appear in the next one. */
async function switchTo(organizationId: string): Promise<void> {
  await switchOrganization(organizationId);
  location.assign('/documents');
}

export function OrganizationsSection({ identity }: { readonly identity: Identity }) {
  const [creating, setCreating] = useState(false);
  const { organization: current, organizations } = identity;
  return (
    <Section
      title="Organizations"
      action={
        <button type="button" class="button" onClick={() => setCreating(true)}>
          <Icon name="plus" /> New organization
        </button>
      }
    >
      <ul class="card">
        {organizations.map(({ id, name, role_name: role }) => (
          <li key={id} class="flex items-center gap-4 border-line border-b px-5 py-3.5 last:border-b-0">
            <div class="min-w-0 flex-1">
              <p class="truncate font-medium">{name}</p>
              <p class="text-ink-faint text-sm">{role}</p>
            </div>
            {id === current.id ? (
              <span class="text-ink-soft text-sm">Current</span>
            ) : (
              <button
                type="button"
                class="button"
                aria-label={`Switch to ${name}`}
                onClick={() => void switchTo(id).catch(showFailure)}
              >
                Switch
              </button>
            )}
          </li>
        ))}
      </ul>
      {creating && <CreateDialog onClose={() => setCreating(false)} />}
    </Section>
  );
}

function CreateDialog({ onClose }: { readonly onClose: () => void }) {
  const form = useForm({
    start: { name: '' },
    submit: async ({ name }) => {
      const { id } = await createOrganization(name);
      await switchTo(id);
    },
  });
  return (
    <FormDialog title="New organization" action="Create" form={form} onClose={onClose}>
      <NameField {...form.field('name')} autofocus hint="You become its owner, and switch to it right away." />
    </FormDialog>
  );
}
