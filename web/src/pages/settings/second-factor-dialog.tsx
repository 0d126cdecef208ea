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
import { NameField } from '../../components/account-fields.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { RecoveryCodes } from '../../components/recovery-codes.tsx';
import { TotpCodeField, TotpSecret } from '../../components/totp-secret.tsx';
import { useForm } from '../../state/use-form.ts';
import { ProofFields, proofOf } from './proof-fields.tsx';

/** The change to confirm. */
export type FactorChange =
  | { readonly kind: 'add-app' | 'remove-app' | 'new-codes' | 'add-passkey' }
  | { readonly kind: 'remove-passkey'; readonly id: string; readonly name: string };

const TITLES: Readonly<Record<FactorChange['kind'], string>> = {
  'add-app': 'Set up an authenticator app',
  'remove-app': 'Remove authenticator app',
  'new-codes': 'New recovery codes',
  'add-passkey': 'Add a passkey',
  'remove-passkey': 'Remove passkey',
};

export interface SecondFactorDialogProps {
  readonly change: FactorChange;
  readonly status: MfaStatus;
  readonly onClose: () => void;
}

/** Asks for proof of identity, makes the change, and shows the recovery codes that it created. */
export function SecondFactorDialog({ change, status, onClose }: SecondFactorDialogProps) {
  const [proposal, setProposal] = useState<TotpProposal | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const finish = (made: readonly string[] | undefined) => (made ? setCodes(made) : onClose());
  const form = useForm({
    start: { proof: '', name: 'This device', code: '' },
    submit: async (values) => {
      const proof = proofOf(status, values.proof);
      switch (change.kind) {
        case 'add-app':
          if (proposal === null) return setProposal(await proposeTotp(proof));
          return finish((await confirmTotp(values.code)).recovery_codes);
        case 'remove-app':
          return finish(await removeTotp(proof).then(() => undefined));
        case 'new-codes':
          return finish((await renewRecoveryCodes(proof)).recovery_codes);
        case 'add-passkey':
          return finish((await addPasskey(proof, values.name)).recovery_codes);
        case 'remove-passkey':
          return finish(await removePasskey(change.id, proof).then(() => undefined));
      }
    },
  });
  if (codes)
    return (
      <Dialog title="Recovery codes" onClose={onClose}>
        <RecoveryCodes codes={codes} onDone={onClose} />
      </Dialog>
    );
  return (
    <FormDialog title={TITLES[change.kind]} action="Continue" form={form} onClose={onClose}>
      {change.kind === 'remove-passkey' && <p>You will no longer be able to sign in with “{change.name}”.</p>}
      {change.kind === 'new-codes' && <p>Your existing codes will stop working.</p>}
      {change.kind === 'add-passkey' && <NameField {...form.field('name')} />}
      {proposal === null ? (
        <ProofFields status={status} form={form} />
      ) : (
        <>
          <TotpSecret proposal={proposal} />
          <TotpCodeField {...form.field('code')} />
        </>
      )}
    </FormDialog>
  );
}
