import type { MfaStatus } from '#core/contract/mfa';
import type { Proof } from '../../api/second-factors.ts';
import { TextField } from '../../components/text-field.tsx';

export interface ProofFieldsProps {
  readonly status: MfaStatus;
  readonly typed: string;
  readonly onChange: (typed: string) => void;
  readonly messages: Readonly<Record<string, string>>;
}

/** The password once more; a code of the app for people who have none. */
export function ProofFields({ status, typed, onChange, messages }: ProofFieldsProps) {
  const kind = proofKind(status);
  if (kind === null) return null;
  const isPassword = kind === 'current_password';
  return (
    <TextField
      label={isPassword ? 'Your password' : kind === 'code' ? 'Code of your authenticator app' : 'Recovery code'}
      name={kind}
      type={isPassword ? 'password' : 'text'}
      autocomplete={isPassword ? 'current-password' : 'one-time-code'}
      autofocus
      maxLength={128}
      value={typed}
      onChange={onChange}
      error={messages[kind]}
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
