import type { ComponentChildren } from 'preact';
import { useSubmit } from '../state/use-submit.ts';
import { FormDialog } from './form-dialog.tsx';

export interface ConfirmDialogProps {
  readonly title: string;
  /** Label of the confirm button; a verb. */
  readonly action: string;
  /** When it throws, the dialog stays open and shows the failure. */
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
  /** The consequences. */
  readonly children: ComponentChildren;
}

/** Asks for confirmation before an action that is hard to undo. */
export function ConfirmDialog({ title, action, onConfirm, onClose, children }: ConfirmDialogProps) {
  const form = useSubmit(onConfirm);
  return (
    <FormDialog title={title} action={action} form={form} danger onClose={onClose}>
      {children}
    </FormDialog>
  );
}
