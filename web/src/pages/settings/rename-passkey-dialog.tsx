import { useState } from 'preact/hooks';
import type { PasskeyView } from '#core/contract/passkeys';
import { renamePasskey } from '../../api/second-factors.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useSubmit } from '../../state/use-submit.ts';

export interface RenamePasskeyDialogProps {
  readonly passkey: Pick<PasskeyView, 'id' | 'name'>;
  readonly onClose: () => void;
}

export function RenamePasskeyDialog({ passkey, onClose }: RenamePasskeyDialogProps) {
  const [name, setName] = useState(passkey.name);
  const { busy, failure, messages, submit } = useSubmit(async () => {
    await renamePasskey(passkey.id, name);
    onClose();
  });
  return (
    <Dialog title="Rename the passkey" onClose={onClose}>
      <form class="flex flex-col gap-4" onSubmit={submit}>
        <FormFailure failure={failure} />
        <TextField
          label="Name"
          name="name"
          autocomplete="off"
          autofocus
          maxLength={100}
          value={name}
          onChange={setName}
          error={messages['name']}
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
