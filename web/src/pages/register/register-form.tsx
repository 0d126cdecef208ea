import { useLocation } from 'preact-iso';
import type { RegistrationPending } from '#core/contract/identity';
import type { SignInOptions } from '#core/contract/providers';
import { INPUT_LIMITS } from '#core/domain/input-limits';
import { register } from '../../api/identity.ts';
import { EmailField, NewPasswordField, PersonNameFields } from '../../components/account-fields.tsx';
import { AuthForm } from '../../components/auth-form.tsx';
import { ProviderButtons } from '../../components/provider-buttons.tsx';
import { TextField } from '../../components/text-field.tsx';
import { startSession } from '../../state/session.ts';
import { useForm } from '../../state/use-form.ts';
import type { Loaded } from '../../state/use-load.ts';
import { EMPTY_REGISTRATION, registrationMessages } from './registration-form.ts';

export interface RegisterFormProps {
  readonly options: Loaded<SignInOptions>;
  /** Path to open afterwards. */
  readonly next: string;
  readonly onWait: (waitsFor: RegistrationPending['waits_for']) => void;
}

export function RegisterForm({ options, next, onWait }: RegisterFormProps) {
  const { route } = useLocation();
  const minLength = options.state === 'ready' ? options.value.password_min_length : null;
  const form = useForm({
    start: EMPTY_REGISTRATION,
    check: (values) => registrationMessages(values, minLength),
    submit: async (values) => {
      const answer = await register({ ...values, email: values.email.trim() });
      if ('waits_for' in answer) return onWait(answer.waits_for);
      startSession(answer);
      route(next, true);
    },
  });
  return (
    <AuthForm
      form={form}
      action="Create account"
      busyAction="Creating the account…"
      noValidate
      footer={<ProviderButtons options={options} returnTo={next} />}
    >
      <PersonNameFields field={form.field} />
      <TextField
        label="Organization"
        autocomplete="organization"
        maxLength={INPUT_LIMITS.name}
        {...form.field('organization_name')}
      />
      <EmailField {...form.field('email')} />
      <NewPasswordField {...form.field('password')} options={options} />
    </AuthForm>
  );
}
