import { useState } from 'preact/hooks';
import { forgotPassword } from '../../api/account.ts';
import { EmailField } from '../../components/account-fields.tsx';
import { AuthForm } from '../../components/auth-form.tsx';
import { AuthLayout } from '../../components/auth-layout.tsx';
import { OutboxHint } from '../../components/outbox-hint.tsx';
import { useForm } from '../../state/use-form.ts';
import { useTitle } from '../../state/use-title.ts';

export function ForgotPasswordPage() {
  useTitle('Forgot password');
  const [sent, setSent] = useState(false);
  const form = useForm({
    start: { email: '' },
    submit: async ({ email }) => {
      await forgotPassword(email.trim());
      setSent(true);
    },
  });
  const signInLink = (
    <a class="link w-fit text-sm" href="/login">
      Back to sign-in
    </a>
  );
  if (sent)
    return (
      <AuthLayout title="Check your inbox">
        <div class="flex flex-col gap-4" role="status">
          <p>If an account with this address exists, we have sent it a link to reset the password.</p>
          <OutboxHint />
          {signInLink}
        </div>
      </AuthLayout>
    );
  return (
    <AuthLayout title="Forgot your password?">
      <AuthForm form={form} action="Send the link" busyAction="Sending…" footer={signInLink}>
        <EmailField {...form.field('email')} autofocus hint="We’ll email you a link to reset your password." />
      </AuthForm>
    </AuthLayout>
  );
}
