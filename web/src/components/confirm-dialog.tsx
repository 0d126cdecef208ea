import type { ComponentChildren } from 'preact';
import { useSubmit } from '../state/use-submit.ts';
import { FormDialog } from './form-dialog.tsx';

export interface ConfirmDialogProps {
  readonly title: string;
  /** What the button says; a verb. */
  readonly action: string;
  /** A refusal is shown in place and leaves the dialog open. */
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
  /** False while something has to be typed or chosen first. */
  readonly ready?: boolean;
  /** What it means to go on. */
  readonly children: ComponentChildren;
}

/** Asks once more before something that is not easily taken back. */
export function ConfirmDialog({ title, action, onConfirm, onClose, ready = true, children }: ConfirmDialogProps) {
  const submission = useSubmit(onConfirm);
  return (
    <FormDialog title={title} action={action} submission={submission} ready={ready} danger onClose={onClose}>
      {children}
    </FormDialog>
  );
}
