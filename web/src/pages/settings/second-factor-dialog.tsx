import { useState } from 'preact/hooks';
import type { MfaStatus, TotpProposal } from '#core/contract/mfa';
import {
  addPasskey,
  confirmTotp,
  proposeTotp,
  removePasskey,
  removeTotp,
  renewRecoveryCodes,
} from '../../api/second-factors.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { RecoveryCodes } from '../../components/recovery-codes.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TotpSecret } from '../../components/totp-secret.tsx';
import { useSubmit } from '../../state/use-submit.ts';
import { ProofFields, proofOf } from './proof-fields.tsx';

/** What a person is about to change. */
export type FactorChange =
  | { readonly kind: 'add-app' | 'remove-app' | 'new-codes' | 'add-passkey' }
  | { readonly kind: 'remove-passkey'; readonly id: string; readonly name: string };

const TITLES: Readonly<Record<FactorChange['kind'], string>> = {
  'add-app': 'Set up an authenticator app',
  'remove-app': 'Remove the authenticator app',
  'new-codes': 'New recovery codes',
  'add-passkey': 'Add a passkey',
  'remove-passkey': 'Remove the passkey',
};

export interface SecondFactorDialogProps {
  readonly change: FactorChange;
  readonly status: MfaStatus;
  readonly onClose: () => void;
}

/** Proves once more who it is, makes the change, and shows recovery codes where some come along. */
export function SecondFactorDialog({ change, status, onClose }: SecondFactorDialogProps) {
  const [typed, setTyped] = useState('');
  const [name, setName] = useState('This device');
  const [proposal, setProposal] = useState<TotpProposal | null>(null);
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const finish = (made: readonly string[] | undefined) => (made ? setCodes(made) : onClose());
  const submission = useSubmit(async () => {
    const proof = proofOf(status, typed);
    switch (change.kind) {
      case 'add-app':
        if (proposal === null) return setProposal(await proposeTotp(proof));
        return finish((await confirmTotp(code)).recovery_codes);
      case 'remove-app':
        return finish(await removeTotp(proof).then(() => undefined));
      case 'new-codes':
        return finish((await renewRecoveryCodes(proof)).recovery_codes);
      case 'add-passkey':
        return finish((await addPasskey(proof, name)).recovery_codes);
      case 'remove-passkey':
        return finish(await removePasskey(change.id, proof).then(() => undefined));
    }
  });
  if (codes)
    return (
      <Dialog title="Recovery codes" onClose={onClose}>
        <RecoveryCodes codes={codes} onDone={onClose} />
      </Dialog>
    );
  return (
    <FormDialog title={TITLES[change.kind]} action="Continue" submission={submission} onClose={onClose}>
      {change.kind === 'remove-passkey' && <p>“{change.name}” will no longer sign you in.</p>}
      {change.kind === 'new-codes' && <p>The codes you have will no longer work.</p>}
      {change.kind === 'add-passkey' && (
        <TextField label="Name" name="name" autocomplete="off" maxLength={100} value={name} onChange={setName} />
      )}
      {proposal === null ? (
        <ProofFields status={status} typed={typed} onChange={setTyped} messages={submission.messages} />
      ) : (
        <>
          <TotpSecret proposal={proposal} />
          <TextField
            label="Code"
            name="code"
            autocomplete="one-time-code"
            maxLength={20}
            value={code}
            onChange={setCode}
            error={submission.messages['code']}
          />
        </>
      )}
    </FormDialog>
  );
}
