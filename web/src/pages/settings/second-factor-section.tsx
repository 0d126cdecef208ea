import { useState } from 'preact/hooks';
import type { MfaStatus } from '#core/contract/mfa';
import type { PasskeyView } from '#core/contract/passkeys';
import { listPasskeys, readMfaStatus } from '../../api/second-factors.ts';
import { LoadFrame } from '../../components/load-frame.tsx';
import { Section } from '../../components/section.tsx';
import { formatAge } from '../../formatting/dates.ts';
import { useLoad } from '../../state/use-load.ts';
import { ActionRow } from './action-row.tsx';
import { RenamePasskeyDialog } from './rename-passkey-dialog.tsx';
import { type FactorChange, SecondFactorDialog } from './second-factor-dialog.tsx';

type Renamed = Pick<PasskeyView, 'id' | 'name'>;

interface Factors {
  readonly status: MfaStatus;
  readonly passkeys: readonly PasskeyView[];
}

const loadFactors = async (signal: AbortSignal): Promise<Factors> => {
  const [status, { data }] = await Promise.all([readMfaStatus(signal), listPasskeys(signal)]);
  return { status, passkeys: data };
};

/** The user's authenticator app, recovery codes and passkeys. */
export function SecondFactorSection() {
  const [factors, reload] = useLoad(loadFactors);
  const [change, setChange] = useState<FactorChange | null>(null);
  const [renamed, setRenamed] = useState<Renamed | null>(null);
  const close = () => {
    setChange(null);
    setRenamed(null);
    reload();
  };
  return (
    <Section title="Second factor">
      <div class="card">
        <LoadFrame loaded={factors} what="the second factors" onRetry={reload}>
          {(value) => <FactorList factors={value} onChange={setChange} onRename={setRenamed} />}
        </LoadFrame>
      </div>
      {change && factors.state === 'ready' && (
        <SecondFactorDialog change={change} status={factors.value.status} onClose={close} />
      )}
      {renamed && <RenamePasskeyDialog passkey={renamed} onClose={close} />}
    </Section>
  );
}

interface FactorListProps {
  readonly factors: Factors;
  readonly onChange: (change: FactorChange) => void;
  readonly onRename: (passkey: Renamed) => void;
}

function FactorList({ factors: { status, passkeys }, onChange, onRename }: FactorListProps) {
  const hasFactor = status.totp || passkeys.length > 0;
  return (
    <ul aria-label="Your second factors">
      <ActionRow
        name="Authenticator app"
        detail={status.totp ? 'Required after your password' : 'Not set up'}
        actions={[
          status.totp
            ? { label: 'Remove', run: () => onChange({ kind: 'remove-app' }) }
            : { label: 'Set up', run: () => onChange({ kind: 'add-app' }) },
        ]}
      />
      {passkeys.map(({ id, name, last_used_at: used }) => (
        <ActionRow
          key={id}
          name={`Passkey “${name}”`}
          detail={used === null ? 'Not used yet' : `Last used ${formatAge(used, Date.now())}`}
          actions={[
            { label: 'Rename', run: () => onRename({ id, name }) },
            { label: 'Remove', run: () => onChange({ kind: 'remove-passkey', id, name }) },
          ]}
        />
      ))}
      <ActionRow
        name={passkeys.length === 0 ? 'Passkey' : 'Another passkey'}
        detail="Sign in with your fingerprint, face or security key instead of a password"
        actions={[{ label: 'Add', run: () => onChange({ kind: 'add-passkey' }) }]}
      />
      {hasFactor && (
        <ActionRow
          name="Recovery codes"
          detail={`${status.recovery_codes_left} left`}
          actions={[{ label: 'Regenerate', run: () => onChange({ kind: 'new-codes' }) }]}
        />
      )}
    </ul>
  );
}
