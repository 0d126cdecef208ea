import { useState } from 'preact/hooks';
import type { UserView } from '#core/contract/identity';
import { updateProfile } from '../../api/account.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { TextField } from '../../components/text-field.tsx';
import { loadSession } from '../../state/session.ts';
import { useSubmit } from '../../state/use-submit.ts';

export function NameDialog({ user, onClose }: { readonly user: UserView; readonly onClose: () => void }) {
  const [first, setFirst] = useState(user.first_name);
  const [last, setLast] = useState(user.last_name);
  const { busy, failure, messages, submit } = useSubmit(async () => {
    await updateProfile({ first_name: first, last_name: last });
    await loadSession();
    onClose();
  });
  return (
    <Dialog title="Your name" onClose={onClose}>
      <form class="flex flex-col gap-4" onSubmit={submit}>
        <FormFailure failure={failure} />
        <TextField
          label="First name"
          name="first_name"
          autocomplete="given-name"
          autofocus
          maxLength={100}
          value={first}
          onChange={setFirst}
          error={messages['first_name']}
        />
        <TextField
          label="Last name"
          name="last_name"
          autocomplete="family-name"
          maxLength={100}
          value={last}
          onChange={setLast}
          error={messages['last_name']}
        />
        <div class="flex justify-end gap-2">
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="button button-primary" aria-disabled={busy}>
            Save
          </button>
        </div>
      </form>
    </Dialog>
  );
}
