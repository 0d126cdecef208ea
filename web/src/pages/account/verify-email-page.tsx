import { useState } from 'preact/hooks';
import { verifyEmail } from '../../api/account.ts';
import { Entrance } from '../../components/entrance.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { linkToken } from '../../state/link-token.ts';
import { useSubmit } from '../../state/use-submit.ts';
import { useTitle } from '../../state/use-title.ts';

/** A press of a button confirms, not the mere visit: mail scanners visit links too, and each works once. */
export function VerifyEmailPage() {
  useTitle('Confirm your address');
  const [token] = useState(() => linkToken(location.hash));
  const [done, setDone] = useState(false);
  const { busy, failure, submit } = useSubmit(async () => {
    await verifyEmail(token);
    setDone(true);
  });
  return (
    <Entrance title={done ? 'Your address is confirmed' : 'Confirm your address'}>
      {done ? (
        <div class="flex flex-col gap-4" role="status">
          <p>Thank you. Nothing else is to be done.</p>
          {/* A full load, so that the application asks anew who this is. */}
          <a class="button button-primary min-h-11" href="/documents" target="_self">
            Go to your documents
          </a>
        </div>
      ) : (
        <form class="flex flex-col gap-4" onSubmit={submit}>
          <FormFailure failure={failure} />
          <p class="text-ink-soft">So we know that mails reach you, and nobody else.</p>
          <button type="submit" class="button button-primary min-h-11" aria-disabled={busy}>
            {busy ? 'Confirming…' : 'This address is mine'}
          </button>
        </form>
      )}
    </Entrance>
  );
}
