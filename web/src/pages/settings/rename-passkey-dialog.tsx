import { useState } from 'preact/hooks';
import type { PasskeyView } from '#core/contract/passkeys';
import { renamePasskey } from '../../api/second-factors.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useSubmit } from '../../state/use-submit.ts';

export interface RenamePasskeyDialogProps {
  readonly passkey: Pick<PasskeyView, 'id' | 'name'>;
  readonly onClose: () => void;
}

export function RenamePasskeyDialog({ passkey, onClose }: RenamePasskeyDialogProps) {
  const [name, setName] = useState(passkey.name);
  const submission = useSubmit(async () => {
    await renamePasskey(passkey.id, name);
    onClose();
  });
  return (
    <FormDialog title="Rename the passkey" action="Save" submission={submission} onClose={onClose}>
      <TextField
        label="Name"
        name="name"
        autocomplete="off"
        autofocus
        maxLength={100}
        value={name}
        onChange={setName}
        error={submission.messages['name']}
      />
    </FormDialog>
  );
}
