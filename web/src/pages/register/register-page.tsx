import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { RegistrationPending } from '#core/contract/identity';
import { register } from '../../api/identity.ts';
import { fieldMessages } from '../../api/problems.ts';
import { Entrance } from '../../components/entrance.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { TextField, type TextFieldProps } from '../../components/text-field.tsx';
import { pageAfterSignIn } from '../../state/after-sign-in.ts';
import { enterSession } from '../../state/session.ts';
import { useTitle } from '../../state/use-title.ts';
import {
  EMPTY_REGISTRATION,
  PASSWORD_MIN_LENGTH,
  type RegistrationForm,
  registrationMessages,
} from './registration-form.ts';

export function RegisterPage() {
  useTitle('Create an account');
  const { query, route } = useLocation();
  const [form, setForm] = useState<RegistrationForm>(EMPTY_REGISTRATION);
  const [submitted, setSubmitted] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [waitsFor, setWaitsFor] = useState<RegistrationPending['waits_for'] | null>(null);
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
      if ('waits_for' in answer) return setWaitsFor(answer.waits_for);
      enterSession(answer);
      route(pageAfterSignIn(query['next']), true);
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

  if (waitsFor !== null)
    return (
      <Entrance title="You are registered">
        <p role="status">
          {waitsFor === 'approval'
            ? 'An administrator has to approve the account. Sign in once that is done.'
            : 'Confirm your e-mail address with the link we sent, then sign in.'}
        </p>
        <a class="link mt-4 w-fit" href="/login">
          Sign in
        </a>
      </Entrance>
    );
  return (
    <Entrance title="Create an account">
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
        <p class="text-ink-soft text-sm">
          Already registered?{' '}
          <a class="link" href={query['next'] ? `/login?next=${encodeURIComponent(query['next'])}` : '/login'}>
            Sign in
          </a>
        </p>
      </form>
    </Entrance>
  );
}
