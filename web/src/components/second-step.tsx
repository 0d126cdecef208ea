import { useEffect, useState } from 'preact/hooks';
import type { MfaPending, SignedIn, SignInAnswer } from '#core/contract/identity';
import type { TotpProposal } from '#core/contract/mfa';
import { beginSetup, finishSetup, type PendingStep, signInWithPasskey, verifyMfa } from '../api/second-factors.ts';
import { useSubmit } from '../state/use-submit.ts';
import { FormFailure } from './form-failure.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TextField } from './text-field.tsx';
import { TotpSecret } from './totp-secret.tsx';

export interface SecondStepProps {
  readonly pending: PendingStep;
  readonly onDone: (answer: Exclude<SignInAnswer, MfaPending>) => void;
}

/** What stands between a proved password or account elsewhere and a session: a code, a passkey, or the set-up of one of them. */
export function SecondStep({ pending, onDone }: SecondStepProps) {
  return pending.setup_required ? (
    <SetUp token={pending.mfa_token} onDone={onDone} />
  ) : (
    <Prove pending={pending} onDone={onDone} />
  );
}

function Prove({ pending, onDone }: SecondStepProps) {
  const [kind, setKind] = useState<'code' | 'recovery_code'>(
    pending.methods.includes('totp') ? 'code' : 'recovery_code',
  );
  const [typed, setTyped] = useState('');
  const finish = async (answer: ReturnType<typeof verifyMfa>) => {
    const next = await answer;
    if (!('mfa_required' in next)) onDone(next);
  };
  const byCode = useSubmit(() => finish(verifyMfa(pending.mfa_token, { [kind]: typed })));
  const byPasskey = useSubmit(() => finish(signInWithPasskey()));
  const other = kind === 'code' ? 'recovery_code' : 'code';
  return (
    <div class="flex flex-col gap-4">
      <FormFailure failure={byCode.failure ?? byPasskey.failure} />
      {pending.methods.includes('passkey') && (
        <button type="button" class="button min-h-11" aria-disabled={byPasskey.busy} onClick={byPasskey.submit}>
          Use a passkey
        </button>
      )}
      <form class="flex flex-col gap-4" onSubmit={byCode.submit}>
        <TextField
          key={kind}
          label={kind === 'code' ? 'Code of your authenticator app' : 'Recovery code'}
          name={kind}
          autocomplete={kind === 'code' ? 'one-time-code' : 'off'}
          autofocus
          maxLength={40}
          value={typed}
          onChange={setTyped}
          error={byCode.messages[kind]}
        />
        <button type="submit" class="button button-primary min-h-11" aria-disabled={byCode.busy}>
          {byCode.busy ? 'Checking…' : 'Continue'}
        </button>
      </form>
      {pending.methods.includes('totp') && (
        <button
          type="button"
          class="link w-fit cursor-pointer text-sm"
          onClick={() => {
            setKind(other);
            setTyped('');
          }}
        >
          {kind === 'code' ? 'Use a recovery code' : 'Use the authenticator app'}
        </button>
      )}
    </div>
  );
}

function SetUp({ token, onDone }: { readonly token: string; readonly onDone: (signedIn: SignedIn) => void }) {
  const [proposal, setProposal] = useState<TotpProposal | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const [code, setCode] = useState('');
  const [done, setDone] = useState<(SignedIn & { readonly recovery_codes: readonly string[] }) | null>(null);
  useEffect(() => void beginSetup(token).then(setProposal, setRefused), [token]);
  const { busy, failure, messages, submit } = useSubmit(async () => setDone(await finishSetup(token, code)));
  if (done) return <RecoveryCodes codes={done.recovery_codes} onDone={() => onDone(done)} />;
  return (
    <form class="flex flex-col gap-4" onSubmit={submit}>
      <p>Your organization asks for a second factor.</p>
      <FormFailure failure={refused ?? failure} />
      {proposal && (
        <>
          <TotpSecret proposal={proposal} />
          <TextField
            label="Code"
            name="code"
            autocomplete="one-time-code"
            autofocus
            maxLength={20}
            value={code}
            onChange={setCode}
            error={messages['code']}
          />
          <button type="submit" class="button button-primary min-h-11" aria-disabled={busy}>
            {busy ? 'Checking…' : 'Set up and sign in'}
          </button>
        </>
      )}
    </form>
  );
}
