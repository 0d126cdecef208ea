import type { AdministratedUser } from '#core/contract/administration';
import { resetSecondFactors } from '../../api/administration.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { showToast } from '../../state/toasts.ts';

export interface ResetFactorsDialogProps {
  readonly user: AdministratedUser;
  readonly onClose: () => void;
}

export function ResetFactorsDialog({ user, onClose }: ResetFactorsDialogProps) {
  const name = `${user.first_name} ${user.last_name}`.trim();
  const reset = async () => {
    await resetSecondFactors(user.id);
    showToast(`Second factors of ${name} removed.`);
    onClose();
  };
  return (
    <ConfirmDialog title="Reset second factors" action="Reset" onConfirm={reset} onClose={onClose}>
      <p>
        This removes the authenticator app, passkeys and recovery codes of {name} and signs them out everywhere. Verify
        their identity first: afterwards the password alone is enough to sign in.
      </p>
    </ConfirmDialog>
  );
}
