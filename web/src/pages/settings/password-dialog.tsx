import { useState } from 'preact/hooks';
import { changePassword } from '../../api/account.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { showToast } from '../../state/toasts.ts';
import { useSubmit } from '../../state/use-submit.ts';

export function PasswordDialog({
  onChanged,
  onClose,
}: {
  readonly onChanged: () => void;
  readonly onClose: () => void;
}) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const submission = useSubmit(async () => {
    await changePassword(current, next);
    showToast('Your password is changed; your other sessions have ended.');
    onChanged();
  });
  return (
    <FormDialog title="Change the password" action="Change the password" submission={submission} onClose={onClose}>
      <TextField
        label="Present password"
        name="current_password"
        type="password"
        autocomplete="current-password"
        autofocus
        maxLength={128}
        value={current}
        onChange={setCurrent}
        error={submission.messages['current_password']}
      />
      <TextField
        label="New password"
        name="new_password"
        type="password"
        autocomplete="new-password"
        maxLength={128}
        hint="At least 8 characters. A sentence is easy to keep in mind."
        value={next}
        onChange={setNext}
        error={submission.messages['new_password']}
      />
    </FormDialog>
  );
}
