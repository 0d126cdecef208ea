import { useState } from 'preact/hooks';
import { changePassword } from '../../api/account.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
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
  const { busy, failure, messages, submit } = useSubmit(async () => {
    await changePassword(current, next);
    showToast('Your password is changed; your other sessions have ended.');
    onChanged();
  });
  return (
    <Dialog title="Change the password" onClose={onClose}>
      <form class="flex flex-col gap-4" onSubmit={submit}>
        <FormFailure failure={failure} />
        <TextField
          label="Present password"
          name="current_password"
          type="password"
          autocomplete="current-password"
          autofocus
          maxLength={128}
          value={current}
          onChange={setCurrent}
          error={messages['current_password']}
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
          error={messages['new_password']}
        />
        <div class="flex justify-end gap-2">
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="button button-primary" aria-disabled={busy}>
            Change the password
          </button>
        </div>
      </form>
    </Dialog>
  );
}
