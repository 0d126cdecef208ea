import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { RegistrationPending } from '#core/contract/identity';
import { readSignInOptions } from '../../api/providers.ts';
import { AuthLayout } from '../../components/auth-layout.tsx';
import { OutboxHint } from '../../components/outbox-hint.tsx';
import { pageAfterSignIn } from '../../state/after-sign-in.ts';
import { useLoad } from '../../state/use-load.ts';
import { useTitle } from '../../state/use-title.ts';
import { RegisterForm } from './register-form.tsx';

export function RegisterPage() {
  useTitle('Create an account');
  const { query } = useLocation();
  const [options] = useLoad(readSignInOptions);
  const [waitsFor, setWaitsFor] = useState<RegistrationPending['waits_for'] | null>(null);
  const signInAddress = query['next'] ? `/login?next=${encodeURIComponent(query['next'])}` : '/login';
  // The form must not appear before it is known whether registration is open.
  if (options.state === 'loading') return <div aria-busy="true" class="h-full" />;
  if (waitsFor !== null)
    return (
      <AuthLayout title="You are registered">
        <p role="status">
          {waitsFor === 'approval'
            ? 'An administrator has to approve your account. Sign in once it is approved.'
            : 'Confirm your e-mail address with the link we sent you, then sign in.'}
        </p>
        {waitsFor === 'email_verification' && <OutboxHint />}
        <a class="link mt-4 w-fit" href="/login">
          Sign in
        </a>
      </AuthLayout>
    );
  const registration = options.state === 'ready' ? options.value.registration : 'open';
  if (registration === 'closed')
    return (
      <AuthLayout title="By invitation only">
        <p>
          Registration is by invitation. Ask an administrator of your organization to invite you, then follow the link
          in the e-mail.
        </p>
        <a class="button button-primary mt-6 min-h-11" href={signInAddress}>
          Sign in
        </a>
      </AuthLayout>
    );
  return (
    <AuthLayout title="Create an account">
      {registration === 'approval' && <p class="mb-4 text-ink-soft">An administrator approves each new account.</p>}
      <RegisterForm options={options} next={pageAfterSignIn(query['next'])} onWait={setWaitsFor} />
      <p class="mt-4 text-ink-soft text-sm">
        Already registered?{' '}
        <a class="link" href={signInAddress}>
          Sign in
        </a>
      </p>
    </AuthLayout>
  );
}
