import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { MfaPending, SignInAnswer } from '#core/contract/identity';
import type { SignInOptions } from '#core/contract/providers';
import { registerByInvitation } from '../../api/account.ts';
import { NewPasswordField, PersonNameFields } from '../../components/account-fields.tsx';
import { AuthForm } from '../../components/auth-form.tsx';
import { ProviderButtons } from '../../components/provider-buttons.tsx';
import { SecondStep } from '../../components/second-step.tsx';
import { forgetInvitation } from '../../state/invitation-token.ts';
import { startSession } from '../../state/session.ts';
import { useForm } from '../../state/use-form.ts';
import type { Loaded } from '../../state/use-load.ts';

export interface JoinFormProps {
  readonly token: string;
  readonly options: Loaded<SignInOptions>;
}

/** Creates an account and joins the organization in one step. */
export function JoinForm({ token, options }: JoinFormProps) {
  const { route } = useLocation();
  const [pending, setPending] = useState<MfaPending | null>(null);
  const proceed = (answer: SignInAnswer) => {
    if ('mfa_required' in answer) return setPending(answer);
    // The member was removed before they set up the second factor.
    if ('organization_required' in answer) return route('/login', true);
    forgetInvitation(sessionStorage);
    startSession(answer);
    route('/documents', true);
  };
  const form = useForm({
    start: { first_name: '', last_name: '', password: '' },
    submit: async (values) => proceed(await registerByInvitation({ token, ...values })),
  });
  if (pending) return <SecondStep pending={pending} onDone={proceed} />;
  return (
    <AuthForm
      form={form}
      action="Create the account and join"
      busyAction="Joining…"
      footer={
        // A provider creates accounts only if registration is open; the invitation is accepted afterwards.
        options.state === 'ready' &&
        options.value.registration === 'open' && <ProviderButtons options={options} returnTo="/invitation" />
      }
    >
      <PersonNameFields field={form.field} />
      <NewPasswordField {...form.field('password')} options={options} />
    </AuthForm>
  );
}
