import { useState } from 'preact/hooks';
import type { UserView } from '#core/contract/identity';
import { updateProfile } from '../../api/account.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { loadSession } from '../../state/session.ts';
import { useSubmit } from '../../state/use-submit.ts';

export function NameDialog({ user, onClose }: { readonly user: UserView; readonly onClose: () => void }) {
  const [first, setFirst] = useState(user.first_name);
  const [last, setLast] = useState(user.last_name);
  const submission = useSubmit(async () => {
    await updateProfile({ first_name: first, last_name: last });
    await loadSession();
    onClose();
  });
  return (
    <FormDialog title="Your name" action="Save" submission={submission} onClose={onClose}>
      <TextField
        label="First name"
        name="first_name"
        autocomplete="given-name"
        autofocus
        maxLength={100}
        value={first}
        onChange={setFirst}
        error={submission.messages['first_name']}
      />
      <TextField
        label="Last name"
        name="last_name"
        autocomplete="family-name"
        maxLength={100}
        value={last}
        onChange={setLast}
        error={submission.messages['last_name']}
      />
    </FormDialog>
  );
}
