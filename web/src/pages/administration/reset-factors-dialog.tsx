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
    showToast(`${name} has no second factor any more.`);
    onClose();
  };
  return (
    <ConfirmDialog title="Reset second factors" action="Reset" onConfirm={reset} onClose={onClose}>
      <p>
        {name} loses the authenticator app, passkeys and recovery codes, and is signed out everywhere. Make sure it is
        really them who asks: afterwards the password alone opens the account.
      </p>
    </ConfirmDialog>
  );
}
