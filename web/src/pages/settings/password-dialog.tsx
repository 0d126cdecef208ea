import { changePassword } from '../../api/account.ts';
import { readSignInOptions } from '../../api/providers.ts';
import { NewPasswordField, PasswordField } from '../../components/account-fields.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { showToast } from '../../state/toasts.ts';
import { useForm } from '../../state/use-form.ts';
import { useLoad } from '../../state/use-load.ts';

export interface PasswordDialogProps {
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

export function PasswordDialog({ onChanged, onClose }: PasswordDialogProps) {
  const [options] = useLoad(readSignInOptions);
  const form = useForm({
    start: { current_password: '', new_password: '' },
    submit: async (values) => {
      await changePassword(values.current_password, values.new_password);
      showToast('Password changed. Your other sessions have been signed out.');
      onChanged();
    },
  });
  return (
    <FormDialog title="Change password" action="Change password" form={form} onClose={onClose}>
      <PasswordField label="Current password" {...form.field('current_password')} autofocus />
      <NewPasswordField label="New password" {...form.field('new_password')} options={options} />
    </FormDialog>
  );
}
