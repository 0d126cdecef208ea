import { useState } from 'preact/hooks';
import type { AdministratedUser } from '#core/contract/administration';
import { impersonate } from '../../api/administration.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useSubmit } from '../../state/use-submit.ts';

export function ImpersonateDialog({
  user,
  onClose,
}: {
  readonly user: AdministratedUser;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const [organizationId, setOrganizationId] = useState(user.organizations[0]?.organization_id ?? '');
  const submission = useSubmit(async () => {
    await impersonate(user.id, { organization_id: organizationId, reason });
    // The page begins anew as the other person.
    location.assign('/documents');
  });
  return (
    <FormDialog
      title={`Work as ${user.first_name} ${user.last_name}`}
      action="Begin"
      submission={submission}
      onClose={onClose}
    >
      <p class="text-sm">
        It ends by itself after a while. Begin, end and everything you do stand in the organization's audit log with
        your name. Passwords, keys, people, money and deleting stay closed.
      </p>
      <label class="flex flex-col gap-1.5 font-medium text-sm">
        Organization
        <select
          class="input font-normal"
          value={organizationId}
          onChange={({ currentTarget }) => setOrganizationId(currentTarget.value)}
        >
          {user.organizations.map((each) => (
            <option key={each.organization_id} value={each.organization_id}>
              {each.name}
            </option>
          ))}
        </select>
      </label>
      <TextField
        label="Reason"
        name="reason"
        value={reason}
        onChange={setReason}
        autocomplete="off"
        hint="For example the number of the support request"
        error={submission.messages['reason']}
        maxLength={500}
      />
    </FormDialog>
  );
}
