import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { signIn } from '../../api/identity.ts';
import { fieldMessages } from '../../api/problems.ts';
import { Entrance } from '../../components/entrance.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { TextField } from '../../components/text-field.tsx';
import { pageAfterSignIn } from '../../state/after-sign-in.ts';
import { enterSession } from '../../state/session.ts';
import { useTitle } from '../../state/use-title.ts';

export function SignInPage() {
  useTitle('Sign in');
  const { query, route } = useLocation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const messages = fieldMessages(failure);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      enterSession(await signIn({ email: email.trim(), password }));
      route(pageAfterSignIn(query['next']), true);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Entrance title="Sign in">
      <form class="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
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
        <a class="link w-fit text-sm" href="/forgot-password">
          Forgotten your password?
        </a>
        <p class="text-ink-soft text-sm">
          New here?{' '}
          <a class="link" href={query['next'] ? `/register?next=${encodeURIComponent(query['next'])}` : '/register'}>
            Create an account
          </a>
        </p>
      </form>
    </Entrance>
  );
}
