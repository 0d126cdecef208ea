import { useLayoutEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { SignInAnswer } from '#core/contract/identity';
import { signIn, type WithoutOrganization } from '../../api/identity.ts';
import { fieldMessages } from '../../api/problems.ts';
import { readSignInOptions } from '../../api/providers.ts';
import { type PendingStep, signInWithPasskey } from '../../api/second-factors.ts';
import { Entrance } from '../../components/entrance.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { NoOrganization } from '../../components/no-organization.tsx';
import { ProviderButtons } from '../../components/provider-buttons.tsx';
import { ProviderRefusal } from '../../components/provider-refusal.tsx';
import { SecondStep } from '../../components/second-step.tsx';
import { TextField } from '../../components/text-field.tsx';
import { pageAfterSignIn } from '../../state/after-sign-in.ts';
import { takeProviderReturn } from '../../state/provider-return.ts';
import { enterSession } from '../../state/session.ts';
import { useLoad } from '../../state/use-load.ts';
import { useTitle } from '../../state/use-title.ts';

export function SignInPage() {
  useTitle('Sign in');
  const { query, route } = useLocation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [back] = useState(() => takeProviderReturn(location.hash, sessionStorage));
  const [pending, setPending] = useState<PendingStep | null>(back?.kind === 'one-more-step' ? back.pending : null);
  const [waiting, setWaiting] = useState<WithoutOrganization | null>(
    back?.kind === 'no-organization' ? back.waiting : null,
  );
  const [options] = useLoad(readSignInOptions);
  const messages = fieldMessages(failure);
  // An invitation that was accepted here is used up: there is no page of it to go back to.
  const [joined, setJoined] = useState(false);
  const wanted = back && 'returnTo' in back ? back.returnTo : query['next'];
  const next = pageAfterSignIn(joined ? undefined : wanted);

  // What stands there is for once: neither the history nor a bookmark keeps it, from before it is painted.
  useLayoutEffect(() => {
    if (back) history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  }, [back]);

  const enter = (answer: SignInAnswer, to = next) => {
    setWaiting(null);
    setPending('mfa_required' in answer ? answer : null);
    if ('mfa_required' in answer) return;
    if ('organization_required' in answer) return setWaiting(answer);
    enterSession(answer);
    route(to, true);
  };

  const submit = async (event: Event, prove: () => Promise<SignInAnswer>) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      enter(await prove());
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  if (waiting)
    return (
      <Entrance title="No organization yet">
        <NoOrganization
          waiting={waiting}
          onJoined={(answer) => {
            setJoined(true);
            enter(answer, pageAfterSignIn(undefined));
          }}
        />
      </Entrance>
    );
  if (pending)
    return (
      <Entrance title={pending.setup_required ? 'Set up a second factor' : 'One more step'}>
        <SecondStep pending={pending} onDone={enter} />
      </Entrance>
    );
  return (
    <Entrance title="Sign in">
      <form
        class="flex flex-col gap-4"
        onSubmit={(event) => void submit(event, () => signIn({ email: email.trim(), password }))}
      >
        {back?.kind === 'refused' && <ProviderRefusal code={back.code} />}
        {Object.keys(messages).length === 0 && <FormFailure failure={failure} />}
        <TextField
          label="E-mail"
          name="email"
          type="email"
          autocomplete="username"
          autofocus
          maxLength={254}
          value={email}
          onChange={setEmail}
          error={messages['email']}
        />
        <TextField
          label="Password"
          name="password"
          type="password"
          autocomplete="current-password"
          maxLength={128}
          value={password}
          onChange={setPassword}
          error={messages['password']}
        />
        <button type="submit" class="button button-primary mt-2 min-h-11" aria-disabled={busy}>
          {busy ? 'Signing in…' : 'Sign in'}
        </button>
        <button
          type="button"
          class="button min-h-11"
          aria-disabled={busy}
          onClick={(event) => void submit(event, signInWithPasskey)}
        >
          Use a passkey
        </button>
        <ProviderButtons options={options} returnTo={next} />
        <a class="link w-fit text-sm" href="/forgot-password">
          Forgotten your password?
        </a>
        {(options.state !== 'ready' || options.value.registration !== 'closed') && (
          <p class="text-ink-soft text-sm">
            New here?{' '}
            <a class="link" href={query['next'] ? `/register?next=${encodeURIComponent(query['next'])}` : '/register'}>
              Create an account
            </a>
          </p>
        )}
      </form>
    </Entrance>
  );
}
