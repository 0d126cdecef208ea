import { useState } from 'preact/hooks';
import type { Identity } from '#core/contract/identity';
import { INPUT_LIMITS } from '#core/domain/input-limits';
import { restoreOrganization, updateOrganization } from '../../api/organization.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { Icon } from '../../components/icon.tsx';
import { Section } from '../../components/section.tsx';
import { TextField } from '../../components/text-field.tsx';
import { formatTime } from '../../formatting/dates.ts';
import { loadSession, mayUse } from '../../state/session.ts';
import { showToast } from '../../state/toasts.ts';
import { useForm } from '../../state/use-form.ts';
import { useSubmit } from '../../state/use-submit.ts';
import { DeleteOrganizationDialog, LeaveDialog, TransferDialog } from './organization-dialogs.tsx';

/** The current organization: its name, and transferring, leaving and deleting it. */
export function OrganizationSection({ identity }: { readonly identity: Identity }) {
  const { organization } = identity;
  const [opened, setOpened] = useState<'transfer' | 'leave' | 'delete' | null>(null);
  const close = () => setOpened(null);
  const isOwner = mayUse('organization.delete');
  return (
    <Section title={organization.name}>
      <div class="card flex flex-col gap-6 p-5">
        {organization.deletes_at !== null && (
          <DeletionNotice id={organization.id} at={organization.deletes_at} mayRestore={isOwner} />
        )}
        {mayUse('organization.update') && <NameForm identity={identity} />}
        <div class="flex flex-wrap gap-2">
          {isOwner && (
            <button type="button" class="button" onClick={() => setOpened('transfer')}>
              Transfer ownership
            </button>
          )}
          <button type="button" class="button" onClick={() => setOpened('leave')}>
            Leave
          </button>
          {isOwner && organization.deletes_at === null && (
            <button type="button" class="button button-danger" onClick={() => setOpened('delete')}>
              Delete the organization
            </button>
          )}
        </div>
      </div>
      {opened === 'transfer' && <TransferDialog identity={identity} onClose={close} />}
      {opened === 'leave' && <LeaveDialog organization={organization} onClose={close} />}
      {opened === 'delete' && <DeleteOrganizationDialog organization={organization} onClose={close} />}
    </Section>
  );
}

function NameForm({ identity }: { readonly identity: Identity }) {
  const { organization } = identity;
  const form = useForm({
    start: { name: organization.name, slug: organization.slug },
    submit: async ({ name, slug }) => {
      await updateOrganization(organization.id, { name: name.trim(), slug: slug.trim() });
      await loadSession();
      showToast('Organization updated.');
    },
  });
  return (
    <form class="flex flex-col gap-4" onSubmit={form.submit}>
      <FormFailure failure={form.failure} />
      <div class="grid gap-4 sm:grid-cols-2">
        <TextField label="Name" autocomplete="organization" maxLength={INPUT_LIMITS.name} {...form.field('name')} />
        <TextField
          label="Short name"
          maxLength={INPUT_LIMITS.slug}
          hint="Lower-case letters, digits and dashes."
          {...form.field('slug')}
        />
      </div>
      <div class="flex justify-end">
        <button type="submit" class="button button-primary" aria-disabled={form.busy}>
          Save
        </button>
      </div>
    </form>
  );
}

interface DeletionNoticeProps {
  readonly id: string;
  readonly at: string;
  readonly mayRestore: boolean;
}

function DeletionNotice({ id, at, mayRestore }: DeletionNoticeProps) {
  const { busy, failure, submit } = useSubmit(async () => {
    await restoreOrganization(id);
    await loadSession();
    showToast('Deletion cancelled.');
  });
  return (
    <div class="flex flex-col gap-3 rounded-lg bg-danger-soft px-3.5 py-3 text-danger" role="status">
      <p class="flex gap-2.5">
        <Icon name="alert" class="mt-0.5 size-4" />
        This organization and all its data will be deleted on {formatTime(at)}.
      </p>
      <FormFailure failure={failure} />
      {mayRestore && (
        <div>
          <button type="button" class="button" aria-disabled={busy} onClick={submit}>
            Cancel the deletion
          </button>
        </div>
      )}
    </div>
  );
}
