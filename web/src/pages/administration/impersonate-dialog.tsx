import type { AdministratedUser } from '#core/contract/administration';
import { INPUT_LIMITS } from '#core/domain/input-limits';
import { impersonate } from '../../api/administration.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useForm } from '../../state/use-form.ts';

export interface ImpersonateDialogProps {
  readonly user: AdministratedUser;
  readonly onClose: () => void;
}

export function ImpersonateDialog({ user, onClose }: ImpersonateDialogProps) {
  const form = useForm({
    start: { organization_id: user.organizations[0]?.organization_id ?? '', reason: '' },
    submit: async (values) => {
      await impersonate(user.id, values);
      // A full page load, so that no state of the administrator's session remains.
      location.assign('/documents');
    },
  });
  return (
    <FormDialog title={`Impersonate ${user.first_name} ${user.last_name}`} action="Start" form={form} onClose={onClose}>
      <p class="text-sm">
        The session ends on its own after a while. Its start, its end and everything you do are recorded under your name
        in the organization’s audit log. You cannot manage passwords, API keys, people or billing, and cannot delete.
      </p>
      <SelectField
        label="Organization"
        options={user.organizations.map((each) => [each.organization_id, each.name] as const)}
        {...form.field('organization_id')}
      />
      <TextField
        label="Reason"
        hint="For example, the number of the support request."
        maxLength={INPUT_LIMITS.reason}
        {...form.field('reason')}
      />
    </FormDialog>
  );
}
