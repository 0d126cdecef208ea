import type { MfaStatus } from '#core/contract/mfa';
import { INPUT_LIMITS } from '#core/domain/input-limits';
import type { Proof } from '../../api/second-factors.ts';
import { PasswordField } from '../../components/account-fields.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Form } from '../../state/use-form.ts';

export interface ProofFieldsProps {
  readonly status: MfaStatus;
  readonly form: Pick<Form<{ readonly proof: string }>, 'field' | 'messages'>;
}

/** Asks for the current password, or for a code if the user has no password. */
export function ProofFields({ status, form }: ProofFieldsProps) {
  const kind = proofKind(status);
  if (kind === null) return null;
  const field = { ...form.field('proof'), name: kind, error: form.messages.get(kind), autofocus: true };
  if (kind === 'current_password') return <PasswordField label="Your password" {...field} />;
  return (
    <TextField
      label={kind === 'code' ? 'Code from your authenticator app' : 'Recovery code'}
      autocomplete="one-time-code"
      maxLength={kind === 'code' ? INPUT_LIMITS.totpCode : INPUT_LIMITS.recoveryCode}
      {...field}
    />
  );
}

export function proofOf(status: MfaStatus, typed: string): Proof {
  const kind = proofKind(status);
  return kind === null ? {} : { [kind]: typed };
}

function proofKind({ has_password, totp, passkeys }: MfaStatus): 'current_password' | 'code' | 'recovery_code' | null {
  if (has_password) return 'current_password';
  if (totp) return 'code';
  return passkeys > 0 ? 'recovery_code' : null;
}
