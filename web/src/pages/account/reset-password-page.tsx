import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { resetPassword } from '../../api/account.ts';
import { Entrance } from '../../components/entrance.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { TextField } from '../../components/text-field.tsx';
import { linkToken } from '../../state/link-token.ts';
import { leaveSession } from '../../state/session.ts';
import { showToast } from '../../state/toasts.ts';
import { useSubmit } from '../../state/use-submit.ts';
import { useTitle } from '../../state/use-title.ts';

export function ResetPasswordPage() {
  useTitle('Choose a new password');
  const { route } = useLocation();
  const [token] = useState(() => linkToken(location.hash));
  const [password, setPassword] = useState('');
  const { busy, failure, messages, submit } = useSubmit(async () => {
    await resetPassword(token, password);
    leaveSession();
    showToast('Your password is changed. Sign in with the new one.');
    route('/login', true);
  });
  return (
    <Entrance title="Choose a new password">
      <form class="flex flex-col gap-4" onSubmit={submit}>
        <FormFailure failure={failure} />
        <TextField
          label="New password"
          name="password"
          type="password"
          autocomplete="new-password"
          autofocus
          maxLength={128}
          hint="At least 8 characters. A sentence is easy to keep in mind. All your sessions end."
          value={password}
          onChange={setPassword}
          error={messages['password']}
        />
        <button type="submit" class="button button-primary mt-2 min-h-11" aria-disabled={busy}>
          {busy ? 'Changing…' : 'Change the password'}
        </button>
        <a class="link text-sm" href="/forgot-password">
          Ask for a new link
        </a>
      </form>
    </Entrance>
  );
}
