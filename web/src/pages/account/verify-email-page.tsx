import { useEffect, useState } from 'preact/hooks';
import { verifyEmail } from '../../api/account.ts';
import { codeOf } from '../../api/problems.ts';
import { Entrance } from '../../components/entrance.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { TextField } from '../../components/text-field.tsx';
import { linkToken } from '../../state/link-token.ts';
import { leaveSession, loadSession, session } from '../../state/session.ts';
import { useSubmit } from '../../state/use-submit.ts';
import { useTitle } from '../../state/use-title.ts';

/**
 * A press of a button confirms, not the mere visit: mail scanners visit links too, and each works once. Whoever is not
 * signed in to the account gives its password, so that nobody confirms an account that somebody else made.
 */
export function VerifyEmailPage() {
  useTitle('Confirm your address');
  const [token] = useState(() => linkToken(location.hash));
  const [done, setDone] = useState(false);
  const [password, setPassword] = useState('');
  const [isForeign, setForeign] = useState(false);
  const { state } = session.value;
  useEffect(() => {
    // Without an answer the page asks for the password, which works just as well.
    if (state === 'unknown') loadSession().catch(leaveSession);
  }, [state]);
  const asksPassword = isForeign || state === 'signed-out';
  const { busy, failure, messages, submit } = useSubmit(async () => {
    try {
      await verifyEmail(token, asksPassword ? password : undefined);
      setDone(true);
    } catch (error) {
      if (asksPassword || codeOf(error) !== 'reauthentication_required') throw error;
      // Signed in with another account.
      setForeign(true);
    }
  });
  if (state === 'unknown') return <div aria-busy="true" class="h-full" />;
  return (
    <Entrance title={done ? 'Your address is confirmed' : 'Confirm your address'}>
      {done ? (
        <div class="flex flex-col gap-4" role="status">
          <p>Thank you. There is nothing else to do.</p>
          {/* A full load, so that the application asks anew who this is. */}
          <a class="button button-primary min-h-11" href="/documents" target="_self">
            Go to your documents
          </a>
        </div>
      ) : (
        <form class="flex flex-col gap-4" onSubmit={submit}>
          <FormFailure failure={failure} />
          <p class="text-ink-soft">
            {asksPassword
              ? 'Enter the password of the account, so that we know it was you who made it.'
              : 'So we know that mails reach you, and nobody else.'}
          </p>
          {asksPassword && (
            <TextField
              label="Password"
              name="password"
              type="password"
              autocomplete="current-password"
              autofocus
              maxLength={128}
              value={password}
              onChange={setPassword}
              error={messages['password']}
            />
          )}
          <button type="submit" class="button button-primary min-h-11" aria-disabled={busy}>
            {busy ? 'Confirming…' : 'This address is mine'}
          </button>
          {asksPassword && (
            <a class="link w-fit text-sm" href="/forgot-password">
              I did not make this account, or forgot its password
            </a>
          )}
        </form>
      )}
    </Entrance>
  );
}
