import type { TotpProposal } from '#core/contract/mfa';
import { INPUT_LIMITS } from '#core/domain/input-limits';
import type { BoundField } from '../state/use-form.ts';
import { CopyButton } from './copy-button.tsx';
import { QrCode } from './qr-code.tsx';
import { TextField } from './text-field.tsx';

/** The secret for an authenticator app, as a QR code and as text. */
export function TotpSecret({ proposal }: { readonly proposal: TotpProposal }) {
  const { secret, uri } = proposal;
  return (
    <>
      <p class="text-ink-soft">Scan the QR code with your authenticator app, then enter the code it shows.</p>
      <QrCode text={uri} label="The secret as a QR code" />
      <div class="flex items-center gap-2">
        <code class="min-w-0 flex-1 break-all text-sm">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
        <CopyButton compact text={secret} what="the secret" />
      </div>
    </>
  );
}

/** The code that an authenticator app shows. */
export function TotpCodeField(props: BoundField & { readonly label?: string; readonly autofocus?: boolean }) {
  return <TextField label="Code" autocomplete="one-time-code" maxLength={INPUT_LIMITS.totpCode} {...props} />;
}
