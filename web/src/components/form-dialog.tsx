import type { ComponentChildren } from 'preact';
import type { Submission } from '../state/use-submit.ts';
import { Dialog } from './dialog.tsx';
import { FormFailure } from './form-failure.tsx';

export interface FormDialogProps {
  readonly title: string;
  readonly submission: Submission;
  /** What the button that sends says; a verb. */
  readonly action: string;
  readonly onClose: () => void;
  /** False while something is missing that only the form knows of. */
  readonly ready?: boolean;
  /** Sending takes something away. */
  readonly danger?: boolean;
  readonly wide?: boolean;
  /** Stands in the row of the buttons, before them. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A form in a dialog: what failed above, the fields, and below the way out and the way on. */
export function FormDialog(props: FormDialogProps) {
  const { title, submission, action, onClose, ready = true, danger = false, wide = false, aside, children } = props;
  const { busy, failure, submit } = submission;
  return (
    <Dialog title={title} wide={wide} onClose={onClose}>
      <form class="flex flex-col gap-4" onSubmit={ready ? submit : (event) => event.preventDefault()}>
        <FormFailure failure={failure} />
        {children}
        <div class="flex flex-wrap items-center justify-end gap-2">
          {aside}
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
          <button
            type="submit"
            class={`button ${danger ? 'button-danger' : 'button-primary'}`}
            aria-disabled={busy || !ready}
          >
            {action}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
