import type { PasskeyView } from '#core/contract/passkeys';
import { renamePasskey } from '../../api/second-factors.ts';
import { NameField } from '../../components/account-fields.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useForm } from '../../state/use-form.ts';

export interface RenamePasskeyDialogProps {
  readonly passkey: Pick<PasskeyView, 'id' | 'name'>;
  readonly onClose: () => void;
}

export function RenamePasskeyDialog({ passkey, onClose }: RenamePasskeyDialogProps) {
  const form = useForm({
    start: { name: passkey.name },
    submit: async ({ name }) => {
      await renamePasskey(passkey.id, name);
      onClose();
    },
  });
  return (
    <FormDialog title="Rename passkey" action="Save" form={form} onClose={onClose}>
      <NameField {...form.field('name')} autofocus />
    </FormDialog>
  );
}
