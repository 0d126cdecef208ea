import type { SignInAnswer } from '#core/contract/identity';
import type { SignInOptions } from '#core/contract/providers';
import { signIn } from '../../api/identity.ts';
import { signInWithPasskey } from '../../api/second-factors.ts';
import { EmailField, PasswordField } from '../../components/account-fields.tsx';
import { AuthForm } from '../../components/auth-form.tsx';
import { ProviderButtons } from '../../components/provider-buttons.tsx';
import { useForm } from '../../state/use-form.ts';
import type { Loaded } from '../../state/use-load.ts';
import { useSubmit } from '../../state/use-submit.ts';

export interface SignInFormProps {
  readonly options: Loaded<SignInOptions>;
  /** Path to open afterwards. */
  readonly next: string;
  /** The `next` parameter of the address, handed on to registration. */
  readonly wanted: string | undefined;
  readonly onAnswer: (answer: SignInAnswer) => void;
}

/** Sign-in by password, passkey or provider. */
export function SignInForm({ options, next, wanted, onAnswer }: SignInFormProps) {
  const form = useForm({
    start: { email: '', password: '' },
    submit: async ({ email, password }) => onAnswer(await signIn({ email: email.trim(), password })),
  });
  const passkey = useSubmit(async () => onAnswer(await signInWithPasskey()));
  const busy = form.busy || passkey.busy;
  return (
    <AuthForm
      form={{ ...form, busy, failure: form.failure ?? passkey.failure }}
      action="Sign in"
      busyAction="Signing in…"
      footer={
        <>
          <button
            type="button"
            class="button min-h-11"
            aria-disabled={busy}
            onClick={(event) => !busy && passkey.submit(event)}
          >
            Use a passkey
          </button>
          <ProviderButtons options={options} returnTo={next} />
          <a class="link w-fit text-sm" href="/forgot-password">
            Forgot your password?
          </a>
          {(options.state !== 'ready' || options.value.registration !== 'closed') && (
            <p class="text-ink-soft text-sm">
              New here?{' '}
              <a class="link" href={wanted ? `/register?next=${encodeURIComponent(wanted)}` : '/register'}>
                Create an account
              </a>
            </p>
          )}
        </>
      }
    >
      <EmailField {...form.field('email')} autofocus />
      <PasswordField {...form.field('password')} />
    </AuthForm>
  );
}
