import type { SignInOptions } from '#core/contract/providers';
import { INPUT_LIMITS } from '#core/domain/input-limits';
import type { BoundField, Form } from '../state/use-form.ts';
import type { Loaded } from '../state/use-load.ts';
import { TextField } from './text-field.tsx';

/** Inputs that several account forms share, with the browser's autofill and the limits of the API. */

interface FieldProps extends BoundField {
  readonly autofocus?: boolean;
}

export function EmailField(props: FieldProps & { readonly autocomplete?: string; readonly hint?: string }) {
  return <TextField label="E-mail" type="email" autocomplete="username" maxLength={INPUT_LIMITS.email} {...props} />;
}

/** An existing password. */
export function PasswordField(props: FieldProps & { readonly label?: string }) {
  return (
    <TextField
      label="Password"
      type="password"
      autocomplete="current-password"
      maxLength={INPUT_LIMITS.password}
      {...props}
    />
  );
}

export interface NewPasswordFieldProps extends FieldProps {
  readonly label?: string;
  /** Contains the shortest accepted length; the hint leaves it out until it is loaded. */
  readonly options: Loaded<SignInOptions>;
  /** Appended to the hint. */
  readonly consequence?: string;
}

export function NewPasswordField({ options, consequence = '', ...props }: NewPasswordFieldProps) {
  const length = options.state === 'ready' ? `At least ${options.value.password_min_length} characters. ` : '';
  return (
    <TextField
      label="Password"
      type="password"
      autocomplete="new-password"
      maxLength={INPUT_LIMITS.password}
      hint={`${length}A sentence is easy to remember. ${consequence}`.trimEnd()}
      {...props}
    />
  );
}

interface PersonName {
  readonly first_name: string;
  readonly last_name: string;
}

export function PersonNameFields({ field }: Pick<Form<PersonName>, 'field'>) {
  return (
    <div class="grid grid-cols-2 gap-3">
      <TextField
        label="First name"
        autocomplete="given-name"
        autofocus
        maxLength={INPUT_LIMITS.name}
        {...field('first_name')}
      />
      <TextField label="Last name" autocomplete="family-name" maxLength={INPUT_LIMITS.name} {...field('last_name')} />
    </div>
  );
}

/** The name of an object the organization owns. */
export function NameField(props: FieldProps & { readonly hint?: string; readonly maxLength?: number }) {
  return <TextField label="Name" maxLength={INPUT_LIMITS.name} {...props} />;
}
