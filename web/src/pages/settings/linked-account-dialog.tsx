import type { MfaStatus } from '#core/contract/mfa';
import { beginLinkingAt, unlinkIdentity } from '../../api/providers.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useForm } from '../../state/use-form.ts';
import { ProofFields, proofOf } from './proof-fields.tsx';

/** The change to confirm: link an account at a provider, or unlink it. */
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

/** Asks for proof of identity, then redirects to the provider or removes the link. */
export function LinkedAccountDialog({ change, status, onClose, onUnlinked }: LinkedAccountDialogProps) {
  const { name } = change.provider;
  const form = useForm({
    start: { proof: '' },
    submit: async (values) => {
      const proof = proofOf(status, values.proof);
      if (change.kind === 'link') return location.assign(await beginLinkingAt(change.provider.id, '/settings', proof));
      await unlinkIdentity(change.id, proof);
      onUnlinked();
    },
  });
  return (
    <FormDialog
      title={change.kind === 'link' ? `Link ${name}` : `Unlink ${name}`}
      action={change.kind === 'link' ? 'Continue' : 'Unlink'}
      danger={change.kind === 'unlink'}
      form={form}
      onClose={onClose}
    >
      {change.kind === 'link' ? (
        <p>You will be able to sign in with your {name} account.</p>
      ) : (
        <p>You will no longer be able to sign in with {change.email ?? `your ${name} account`}.</p>
      )}
      <ProofFields status={status} form={form} />
    </FormDialog>
  );
}
