import type { ComponentChildren } from 'preact';
import type { Submission } from '../state/use-submit.ts';
import { FormFailure } from './form-failure.tsx';

export interface AuthFormProps {
  readonly form: Submission;
  /** Labels of the submit button, normally and while the request runs. */
  readonly action: string;
  readonly busyAction: string;
  /** Disables the browser's validation in favour of the form's own. */
  readonly noValidate?: boolean;
  readonly children?: ComponentChildren;
  /** Content below the submit button, such as links. */
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
