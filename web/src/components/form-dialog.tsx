import type { ComponentChildren } from 'preact';
import type { Submission } from '../state/use-submit.ts';
import { Dialog } from './dialog.tsx';
import { FormFailure } from './form-failure.tsx';

export interface FormDialogProps {
  readonly title: string;
  readonly form: Submission;
  /** Label of the submit button; a verb. */
  readonly action: string;
  readonly onClose: () => void;
  /** False disables the submit button. */
  readonly ready?: boolean;
  /** The action is destructive. */
  readonly danger?: boolean;
  readonly wide?: boolean;
  /** At the start of the button row. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A form in a dialog: failure, fields, and a row of buttons. */
export function FormDialog(props: FormDialogProps) {
  const { title, form, action, onClose, ready = true, danger = false, wide = false, aside, children } = props;
  const { busy, failure, submit } = form;
  return (
    <Dialog title={title} wide={wide} onClose={onClose}>
      <form
        class="flex flex-col gap-4"
        onSubmit={ready ? submit : (event) => event.preventDefault()}
        onKeyDown={(event) => {
          // Also from a field in which Enter begins a new line.
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }}
      >
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
