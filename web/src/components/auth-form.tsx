import type { ComponentChildren } from 'preact';
import type { Submission } from '../state/use-submit.ts';
import { FormFailure } from './form-failure.tsx';

export interface AuthFormProps {
  readonly form: Submission;
  /** Label of the submit button, and what it says while the request runs. */
  readonly action: string;
  readonly busyAction: string;
  /** Leaves validation to the form's own check, instead of the browser's. */
  readonly noValidate?: boolean;
  readonly children?: ComponentChildren;
  /** Below the submit button: other ways on. */
  readonly footer?: ComponentChildren;
}

/** A form of the sign-in pages: failure, fields, submit button, links. */
export function AuthForm({ form, action, busyAction, noValidate = false, children, footer }: AuthFormProps) {
  return (
    <form class="flex flex-col gap-4" noValidate={noValidate} onSubmit={form.submit}>
      <FormFailure failure={form.failure} />
      {children}
      <button type="submit" class="button button-primary mt-2 min-h-11" aria-disabled={form.busy}>
        {form.busy ? busyAction : action}
      </button>
      {footer}
    </form>
  );
}
