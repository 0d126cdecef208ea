import { useEffect, useState } from 'preact/hooks';
import { verifyEmail } from '../../api/account.ts';
import { codeOf } from '../../api/problems.ts';
import { PasswordField } from '../../components/account-fields.tsx';
import { AuthForm } from '../../components/auth-form.tsx';
import { AuthLayout } from '../../components/auth-layout.tsx';
import { MissingLink } from '../../components/missing-link.tsx';
import { linkToken } from '../../state/link-token.ts';
import { clearSession, loadSession, session } from '../../state/session.ts';
import { useForm } from '../../state/use-form.ts';
import { useTitle } from '../../state/use-title.ts';

/**
 * Verifies the address on a button press rather than on the visit, because mail scanners follow links too and each link
 * works once. Without a session of the account its password is required, so that nobody verifies an account that
 * someone else created.
 */
export function VerifyEmailPage() {
  useTitle('Confirm your address');
  const [token] = useState(() => linkToken(location.hash));
  const [done, setDone] = useState(false);
  const [isOtherAccount, setOtherAccount] = useState(false);
  const { state } = session.value;
  useEffect(() => {
    // If the session cannot be loaded, the page asks for the password, which works too.
    if (state === 'unknown') loadSession().catch(clearSession);
  }, [state]);
  const asksPassword = isOtherAccount || state === 'signed-out';
  const form = useForm({
    start: { password: '' },
    submit: async ({ password }) => {
      try {
        await verifyEmail(token, asksPassword ? password : undefined);
        setDone(true);
      } catch (error) {
        if (asksPassword || codeOf(error) !== 'reauthentication_required') throw error;
        setOtherAccount(true);
      }
    },
  });
  if (token === '')
    return (
      <MissingLink
        title="This link is not complete"
        text="Open the link with the button in the e-mail that you received. A new one can be sent from Settings once you are signed in."
      />
    );
  if (state === 'unknown') return <div aria-busy="true" class="h-full" />;
  if (done) return <Confirmed />;
  return (
    <AuthLayout title="Confirm your address">
      <AuthForm
        form={form}
        action="This address is mine"
        busyAction="Confirming…"
        footer={
          asksPassword && (
            <a class="link w-fit text-sm" href="/forgot-password">
              I did not create this account, or forgot its password
            </a>
          )
        }
      >
        <p class="text-ink-soft">
          {asksPassword
            ? 'Enter the password of the account to show that you created it.'
            : 'This makes sure that our emails reach you and nobody else.'}
        </p>
        {asksPassword && <PasswordField {...form.field('password')} autofocus />}
      </AuthForm>
    </AuthLayout>
  );
}

function Confirmed() {
  return (
    <AuthLayout title="Address confirmed">
      <div class="flex flex-col gap-4" role="status">
        <p>Thank you. You’re all set.</p>
        {/* A full page load, so that the application reads the session again. */}
        <a class="button button-primary min-h-11" href="/documents" target="_self">
          Go to your documents
        </a>
      </div>
    </AuthLayout>
  );
}
