import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { MfaPending, SignInAnswer } from '#core/contract/identity';
import { acceptInvitation, previewInvitation, registerByInvitation } from '../../api/account.ts';
import { BrandMark } from '../../components/brand-mark.tsx';
import { Entrance } from '../../components/entrance.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { SecondStep } from '../../components/second-step.tsx';
import { TextField } from '../../components/text-field.tsx';
import { linkToken } from '../../state/link-token.ts';
import { enterSession, loadSession, session } from '../../state/session.ts';
import { useLoad } from '../../state/use-load.ts';
import { useSubmit } from '../../state/use-submit.ts';
import { useTitle } from '../../state/use-title.ts';

export function InvitationPage() {
  useTitle('Invitation');
  const [token] = useState(() => linkToken(location.hash));
  const [invitation, reload] = useLoad((signal) => previewInvitation(token, signal));
  if (invitation.state === 'loading') return <div aria-busy="true" class="h-full" />;
  if (invitation.state === 'failed') return <FailurePanel failure={invitation.failure} onRetry={reload} />;
  const { organization_name: name, email, role_name: role, has_account: known, branding } = invitation.value;
  return (
    <Entrance title={`Join ${name}`}>
      <div class="mb-5">
        <BrandMark name={name} branding={branding} />
      </div>
      <p class="mb-5 text-ink-soft">
        You are invited as <strong class="font-semibold text-ink">{role}</strong>, with the address{' '}
        <strong class="break-words font-semibold text-ink">{email}</strong>.
      </p>
      {known ? <AcceptForm token={token} /> : <RegisterForm token={token} />}
    </Entrance>
  );
}

function AcceptForm({ token }: { readonly token: string }) {
  const { route } = useLocation();
  const { state } = session.value;
  const [asking, setAsking] = useState<unknown>(null);
  useEffect(() => {
    if (state === 'unknown') loadSession().catch(setAsking);
  }, [state]);
  const { busy, failure, submit } = useSubmit(async () => {
    enterSession(await acceptInvitation(token));
    route('/documents', true);
  });
  if (state !== 'signed-in')
    return (
      <div class="flex flex-col gap-4">
        <FormFailure failure={asking} />
        <p>There is an account with this address. Sign in with it, then open the link of the mail once more.</p>
        <a class="button button-primary min-h-11" href="/login">
          Sign in
        </a>
      </div>
    );
  return (
    <form class="flex flex-col gap-4" onSubmit={submit}>
      <FormFailure failure={failure} />
      <button type="submit" class="button button-primary min-h-11" aria-disabled={busy}>
        {busy ? 'Joining…' : 'Accept the invitation'}
      </button>
    </form>
  );
}

function RegisterForm({ token }: { readonly token: string }) {
  const { route } = useLocation();
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [password, setPassword] = useState('');
  const [pending, setPending] = useState<MfaPending | null>(null);
  const enter = (answer: SignInAnswer) => {
    if ('mfa_required' in answer) return setPending(answer);
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
    </form>
  );
}
