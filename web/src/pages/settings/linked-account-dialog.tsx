import { useState } from 'preact/hooks';
import type { MfaStatus } from '#core/contract/mfa';
import { beginLinkingAt, unlinkIdentity } from '../../api/providers.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useSubmit } from '../../state/use-submit.ts';
import { ProofFields, proofOf } from './proof-fields.tsx';

/** What a person is about to do with an account at a provider. */
export type LinkChange =
  | { readonly kind: 'link'; readonly provider: { readonly id: string; readonly name: string } }
  | {
      readonly kind: 'unlink';
      readonly id: string;
      readonly provider: { readonly name: string };
      readonly email: string | null;
    };

export interface LinkedAccountDialogProps {
  readonly change: LinkChange;
  readonly status: MfaStatus;
  readonly onClose: () => void;
  readonly onUnlinked: () => void;
}

/** Proves once more who it is, then goes to the provider, or takes the link away. */
export function LinkedAccountDialog({ change, status, onClose, onUnlinked }: LinkedAccountDialogProps) {
  const [typed, setTyped] = useState('');
  const { name } = change.provider;
  const submission = useSubmit(async () => {
    const proof = proofOf(status, typed);
    if (change.kind === 'link') return location.assign(await beginLinkingAt(change.provider.id, '/settings', proof));
    await unlinkIdentity(change.id, proof);
    onUnlinked();
  });
  return (
    <FormDialog
      title={change.kind === 'link' ? `Link ${name}` : `Unlink ${name}`}
      action={change.kind === 'link' ? 'Continue' : 'Unlink'}
      danger={change.kind === 'unlink'}
      submission={submission}
      onClose={onClose}
    >
      {change.kind === 'link' ? (
        <p>From then on you can sign in here with your account at {name}.</p>
      ) : (
        <p>{change.email ?? 'The account there'} will no longer sign you in here.</p>
      )}
      <ProofFields status={status} typed={typed} onChange={setTyped} messages={submission.messages} />
    </FormDialog>
  );
}
