import { useEffect, useState } from 'preact/hooks';
import type { MfaPending, SignedIn, SignInAnswer } from '#core/contract/identity';
import type { TotpProposal } from '#core/contract/mfa';
import { INPUT_LIMITS } from '#core/domain/input-limits';
import { beginSetup, finishSetup, type PendingStep, signInWithPasskey, verifyMfa } from '../api/second-factors.ts';
import { useForm } from '../state/use-form.ts';
import { useSubmit } from '../state/use-submit.ts';
import { AuthForm } from './auth-form.tsx';
import { FormFailure } from './form-failure.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TextField } from './text-field.tsx';
import { TotpCodeField, TotpSecret } from './totp-secret.tsx';

export interface SecondStepProps {
  readonly pending: PendingStep;
  readonly onDone: (answer: Exclude<SignInAnswer, MfaPending>) => void;
}

/** The second step of a sign-in: verifies a second factor, or sets one up where the organization requires it. */
export function SecondStep({ pending, onDone }: SecondStepProps) {
  return pending.setup_required ? (
    <SetUp token={pending.mfa_token} onDone={onDone} />
  ) : (
    <Verify pending={pending} onDone={onDone} />
  );
}

function Verify({ pending, onDone }: SecondStepProps) {
  const hasApp = pending.methods.includes('totp');
  const [kind, setKind] = useState<'code' | 'recovery_code'>(hasApp ? 'code' : 'recovery_code');
  const finish = async (answer: ReturnType<typeof verifyMfa>) => {
    const next = await answer;
    if (!('mfa_required' in next)) onDone(next);
  };
  const form = useForm({
    start: { code: '', recovery_code: '' },
    submit: (values) => finish(verifyMfa(pending.mfa_token, { [kind]: values[kind] })),
  });
  const passkey = useSubmit(() => finish(signInWithPasskey()));
  return (
    <div class="flex flex-col gap-4">
      <FormFailure failure={passkey.failure} />
      {pending.methods.includes('passkey') && (
        <button type="button" class="button min-h-11" aria-disabled={passkey.busy} onClick={passkey.submit}>
          Use a passkey
        </button>
      )}
      <AuthForm
        form={form}
        action="Continue"
        busyAction="Checking…"
        footer={
          hasApp && (
            <button
              type="button"
              class="link w-fit cursor-pointer text-sm"
              onClick={() => setKind(kind === 'code' ? 'recovery_code' : 'code')}
            >
              {kind === 'code' ? 'Use a recovery code' : 'Use the authenticator app'}
            </button>
          )
        }
      >
        {kind === 'code' ? (
          <TotpCodeField key="code" label="Code from your authenticator app" {...form.field('code')} autofocus />
        ) : (
          <TextField
            key="recovery_code"
            label="Recovery code"
            maxLength={INPUT_LIMITS.recoveryCode}
            {...form.field('recovery_code')}
            autofocus
          />
        )}
      </AuthForm>
    </div>
  );
}

function SetUp({ token, onDone }: { readonly token: string; readonly onDone: (signedIn: SignedIn) => void }) {
  const [proposal, setProposal] = useState<TotpProposal | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const [done, setDone] = useState<(SignedIn & { readonly recovery_codes: readonly string[] }) | null>(null);
  useEffect(() => void beginSetup(token).then(setProposal, setRefused), [token]);
  const form = useForm({
    start: { code: '' },
    submit: async ({ code }) => setDone(await finishSetup(token, code)),
  });
  if (done) return <RecoveryCodes codes={done.recovery_codes} onDone={() => onDone(done)} />;
  return (
    <div class="flex flex-col gap-4">
      <p>Your organization requires a second factor.</p>
      <FormFailure failure={refused} />
      {proposal && (
        <AuthForm form={form} action="Set up and sign in" busyAction="Checking…">
          <TotpSecret proposal={proposal} />
          <TotpCodeField {...form.field('code')} autofocus />
        </AuthForm>
      )}
    </div>
  );
}
