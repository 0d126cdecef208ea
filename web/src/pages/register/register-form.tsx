import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { RegistrationPending } from '#core/contract/identity';
import type { SignInOptions } from '#core/contract/providers';
import { register } from '../../api/identity.ts';
import { fieldMessages } from '../../api/problems.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { ProviderButtons } from '../../components/provider-buttons.tsx';
import { TextField, type TextFieldProps } from '../../components/text-field.tsx';
import { enterSession } from '../../state/session.ts';
import type { Loaded } from '../../state/use-load.ts';
import {
  EMPTY_REGISTRATION,
  PASSWORD_MIN_LENGTH,
  type RegistrationForm,
  registrationMessages,
} from './registration-form.ts';

export interface RegisterFormProps {
  readonly options: Loaded<SignInOptions>;
  /** Path to open afterwards. */
  readonly next: string;
  readonly onWait: (waitsFor: RegistrationPending['waits_for']) => void;
}

export function RegisterForm({ options, next, onWait }: RegisterFormProps) {
  const { route } = useLocation();
  const [form, setForm] = useState<RegistrationForm>(EMPTY_REGISTRATION);
  const [submitted, setSubmitted] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const fromServer = fieldMessages(failure);
  const messages: Readonly<Record<string, string>> = {
    ...fromServer,
    ...(submitted ? registrationMessages(form) : {}),
  };

  const submit = async (event: Event) => {
    event.preventDefault();
    setSubmitted(true);
    setFailure(null);
    if (busy || Object.keys(registrationMessages(form)).length > 0) return;
    setBusy(true);
    try {
      const answer = await register({ ...form, email: form.email.trim() });
      if ('waits_for' in answer) return onWait(answer.waits_for);
      enterSession(answer);
      route(next, true);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  const field = (
    name: keyof RegistrationForm,
    rest: Pick<TextFieldProps, 'label' | 'autocomplete'> & Partial<TextFieldProps>,
  ) => (
    <TextField
      {...rest}
      name={name}
      value={form[name]}
      error={messages[name]}
      onChange={(value) => setForm((now) => ({ ...now, [name]: value }))}
    />
  );

  return (
    <form class="flex flex-col gap-4" noValidate onSubmit={(event) => void submit(event)}>
      {Object.keys(fromServer).length === 0 && <FormFailure failure={failure} />}
      <div class="grid grid-cols-2 gap-3">
        {field('first_name', { label: 'First name', autocomplete: 'given-name', maxLength: 100, autofocus: true })}
        {field('last_name', { label: 'Last name', autocomplete: 'family-name', maxLength: 100 })}
      </div>
      {field('organization_name', { label: 'Organization', autocomplete: 'organization', maxLength: 100 })}
      {field('email', { label: 'E-mail', type: 'email', autocomplete: 'username', maxLength: 254 })}
      {field('password', {
        label: 'Password',
        type: 'password',
        autocomplete: 'new-password',
        maxLength: 128,
        hint: `At least ${PASSWORD_MIN_LENGTH} characters. A sentence is easy to keep in mind.`,
      })}
      <button type="submit" class="button button-primary mt-2 min-h-11" aria-disabled={busy}>
        {busy ? 'Creating the account…' : 'Create the account'}
      </button>
      <ProviderButtons options={options} returnTo={next} />
    </form>
  );
}
