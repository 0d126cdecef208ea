import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { MfaPending, SignInAnswer } from '#core/contract/identity';
import type { SignInOptions } from '#core/contract/providers';
import { registerByInvitation } from '../../api/account.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { ProviderButtons } from '../../components/provider-buttons.tsx';
import { SecondStep } from '../../components/second-step.tsx';
import { TextField } from '../../components/text-field.tsx';
import { forgetInvitation } from '../../state/invitation-token.ts';
import { enterSession } from '../../state/session.ts';
import type { Loaded } from '../../state/use-load.ts';
import { useSubmit } from '../../state/use-submit.ts';

export interface JoinFormProps {
  readonly token: string;
  readonly options: Loaded<SignInOptions>;
}

/** For who has no account yet: it is made and joins in one step. */
export function JoinForm({ token, options }: JoinFormProps) {
  const { route } = useLocation();
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [password, setPassword] = useState('');
  const [pending, setPending] = useState<MfaPending | null>(null);
  const enter = (answer: SignInAnswer) => {
    if ('mfa_required' in answer) return setPending(answer);
    // Removed again before the second factor was set up.
    if ('organization_required' in answer) return route('/login', true);
    forgetInvitation(sessionStorage);
    enterSession(answer);
    route('/documents', true);
  };
  const { busy, failure, messages, submit } = useSubmit(async () => {
    enter(await registerByInvitation({ token, first_name: first, last_name: last, password }));
  });
  if (pending) return <SecondStep pending={pending} onDone={enter} />;
  return (
    <form class="flex flex-col gap-4" onSubmit={submit}>
      <FormFailure failure={failure} />
      <div class="grid grid-cols-2 gap-3">
        <TextField
          label="First name"
          name="first_name"
          autocomplete="given-name"
          autofocus
          maxLength={100}
          value={first}
          onChange={setFirst}
          error={messages['first_name']}
        />
        <TextField
          label="Last name"
          name="last_name"
          autocomplete="family-name"
          maxLength={100}
          value={last}
          onChange={setLast}
          error={messages['last_name']}
        />
      </div>
      <TextField
        label="Password"
        name="password"
        type="password"
        autocomplete="new-password"
        maxLength={128}
        hint="At least 8 characters. A sentence is easy to keep in mind."
        value={password}
        onChange={setPassword}
        error={messages['password']}
      />
      <button type="submit" class="button button-primary mt-2 min-h-11" aria-disabled={busy}>
        {busy ? 'Joining…' : 'Create the account and join'}
      </button>
      {/* A provider makes accounts only where everybody may have one; the invitation is accepted afterwards. */}
      {options.state === 'ready' && options.value.registration === 'open' && (
        <ProviderButtons options={options} returnTo="/invitation" />
      )}
    </form>
  );
}
