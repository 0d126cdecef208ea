import type { ComponentChildren } from 'preact';
import { useSubmit } from '../state/use-submit.ts';
import { Dialog } from './dialog.tsx';
import { FormFailure } from './form-failure.tsx';

export interface ConfirmDialogProps {
  readonly title: string;
  /** What the button says; a verb. */
  readonly action: string;
  /** A refusal is shown in place and leaves the dialog open. */
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
  /** What it means to go on. */
  readonly children: ComponentChildren;
}

/** Asks once more before something that is not easily taken back. */
export function ConfirmDialog({ title, action, onConfirm, onClose, children }: ConfirmDialogProps) {
  const { busy, failure, submit } = useSubmit(onConfirm);
  return (
    <Dialog title={title} onClose={onClose}>
      <form class="flex flex-col gap-4" onSubmit={submit}>
        <FormFailure failure={failure} />
        <p>{children}</p>
        <div class="flex justify-end gap-2">
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="button button-danger" aria-disabled={busy}>
            {action}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
