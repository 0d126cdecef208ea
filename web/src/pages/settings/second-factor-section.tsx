import { useState } from 'preact/hooks';
import type { MfaStatus } from '#core/contract/mfa';
import type { PasskeyView } from '#core/contract/passkeys';
import { listPasskeys, readMfaStatus } from '../../api/second-factors.ts';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { formatAge } from '../../formatting/dates.ts';
import { useLoad } from '../../state/use-load.ts';
import { type FactorChange, SecondFactorDialog } from './second-factor-dialog.tsx';

interface Factors {
  readonly status: MfaStatus;
  readonly passkeys: readonly PasskeyView[];
}

const loadFactors = async (signal: AbortSignal): Promise<Factors> => {
  const [status, { data }] = await Promise.all([readMfaStatus(signal), listPasskeys(signal)]);
  return { status, passkeys: data };
};

/** Authenticator app, recovery codes and passkeys of the person. */
export function SecondFactorSection() {
  const [factors, reload] = useLoad(loadFactors);
  const [change, setChange] = useState<FactorChange | null>(null);
  const close = () => {
    setChange(null);
    reload();
  };
  return (
    <section aria-labelledby="second-factor">
      <h2 id="second-factor" class="mb-3 font-semibold text-lg">
        Second factor
      </h2>
      <div class="card">
        {factors.state === 'loading' && (
          <div class="skeleton m-5 h-5" role="status" aria-label="Loading the second factors" />
        )}
        {factors.state === 'failed' && <FailurePanel failure={factors.failure} onRetry={reload} />}
        {factors.state === 'ready' && <FactorList factors={factors.value} onChange={setChange} />}
      </div>
      {change && factors.state === 'ready' && (
        <SecondFactorDialog change={change} status={factors.value.status} onClose={close} />
      )}
    </section>
  );
}

interface FactorListProps {
  readonly factors: Factors;
  readonly onChange: (change: FactorChange) => void;
}

function FactorList({ factors: { status, passkeys }, onChange }: FactorListProps) {
  const hasFactor = status.totp || passkeys.length > 0;
  return (
    <ul aria-label="Your second factors">
      <FactorRow
        name="Authenticator app"
        detail={status.totp ? 'Asked for after your password' : 'Not set up'}
        action={status.totp ? 'Remove' : 'Set up'}
        onAct={() => onChange({ kind: status.totp ? 'remove-app' : 'add-app' })}
      />
      {passkeys.map(({ id, name, last_used_at: used }) => (
        <FactorRow
          key={id}
          name={`Passkey “${name}”`}
          detail={used === null ? 'Not used yet' : `Last used ${formatAge(used, Date.now())}`}
          action="Remove"
          onAct={() => onChange({ kind: 'remove-passkey', id, name })}
        />
      ))}
      <FactorRow
        name={passkeys.length === 0 ? 'Passkey' : 'Another passkey'}
        detail="Signs you in with a touch, without a password"
        action="Add"
        onAct={() => onChange({ kind: 'add-passkey' })}
      />
      {hasFactor && (
        <FactorRow
          name="Recovery codes"
          detail={`${status.recovery_codes_left} left`}
          action="Make new ones"
          onAct={() => onChange({ kind: 'new-codes' })}
        />
      )}
    </ul>
  );
}

interface FactorRowProps {
  readonly name: string;
  readonly detail: string;
  readonly action: string;
  readonly onAct: () => void;
}

function FactorRow({ name, detail, action, onAct }: FactorRowProps) {
  return (
    <li class="flex items-center gap-4 border-line border-b px-5 py-3.5 last:border-b-0">
      <div class="min-w-0 flex-1">
        <p class="truncate font-medium">{name}</p>
        <p class="text-ink-faint text-sm">{detail}</p>
      </div>
      <button type="button" class="button" aria-label={`${action}: ${name}`} onClick={onAct}>
        {action}
      </button>
    </li>
  );
}
