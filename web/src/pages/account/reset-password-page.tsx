import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { resetPassword } from '../../api/account.ts';
import { readSignInOptions } from '../../api/providers.ts';
import { NewPasswordField } from '../../components/account-fields.tsx';
import { AuthForm } from '../../components/auth-form.tsx';
import { AuthLayout } from '../../components/auth-layout.tsx';
import { MissingLink } from '../../components/missing-link.tsx';
import { linkToken } from '../../state/link-token.ts';
import { clearSession } from '../../state/session.ts';
import { showToast } from '../../state/toasts.ts';
import { useForm } from '../../state/use-form.ts';
import { useLoad } from '../../state/use-load.ts';
import { useTitle } from '../../state/use-title.ts';

export function ResetPasswordPage() {
  useTitle('Choose a new password');
  const { route } = useLocation();
  const [token] = useState(() => linkToken(location.hash));
  const [options] = useLoad(readSignInOptions);
  const form = useForm({
    start: { password: '' },
    submit: async ({ password }) => {
      await resetPassword(token, password);
      clearSession();
      showToast('Password changed. Sign in with your new password.');
      route('/login', true);
    },
  });
  if (token === '')
    return (
      <MissingLink
        title="This link is not complete"
        text="Open the link with the button in the e-mail that you received, or request a new one under “Forgot password” when you sign in."
      />
    );
  return (
    <AuthLayout title="Choose a new password">
      <AuthForm
        form={form}
        action="Change password"
        busyAction="Changing…"
        footer={
          <a class="link w-fit text-sm" href="/forgot-password">
            Request a new link
          </a>
        }
      >
        <NewPasswordField
          label="New password"
          {...form.field('password')}
          autofocus
          options={options}
          consequence="You will be signed out everywhere."
        />
      </AuthForm>
    </AuthLayout>
  );
}
