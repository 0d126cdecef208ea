import type { TotpProposal } from '#core/contract/mfa';
import { CopyButton } from './copy-button.tsx';
import { QrPicture } from './qr-picture.tsx';

/** The secret for an authenticator app, as a picture and for typing. */
export function TotpSecret({ proposal }: { readonly proposal: TotpProposal }) {
  const { secret, uri } = proposal;
  return (
    <>
      <p class="text-ink-soft">Scan the picture with your authenticator app, then type the code it shows.</p>
      <QrPicture text={uri} label="The secret as a QR code" />
      <div class="flex items-center gap-2">
        <code class="min-w-0 flex-1 break-all text-sm">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
        <CopyButton compact text={secret} what="the secret" />
      </div>
    </>
  );
}
