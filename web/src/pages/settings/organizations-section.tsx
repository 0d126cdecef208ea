import { useState } from 'preact/hooks';
import type { Identity } from '#core/contract/identity';
import { createOrganization, switchOrganization } from '../../api/identity.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { Section } from '../../components/section.tsx';
import { TextField } from '../../components/text-field.tsx';
import { showFailure } from '../../state/toasts.ts';
import { useSubmit } from '../../state/use-submit.ts';

/** A full load: lists, uploads and live news of the last organization must not be seen in the next one. */
async function workIn(organizationId: string): Promise<void> {
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
              <span class="text-ink-soft text-sm">You work here</span>
            ) : (
              <button
                type="button"
                class="button"
                aria-label={`Work here: ${name}`}
                onClick={() => void workIn(id).catch(showFailure)}
              >
                Work here
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
  const [name, setName] = useState('');
  const submission = useSubmit(async () => {
    const { id } = await createOrganization(name);
    await workIn(id);
  });
  return (
    <FormDialog title="New organization" action="Create" submission={submission} onClose={onClose}>
      <TextField
        label="Name"
        name="name"
        autocomplete="organization"
        autofocus
        maxLength={100}
        hint="You own it, and go to work there at once."
        value={name}
        onChange={setName}
        error={submission.messages['name']}
      />
    </FormDialog>
  );
}
