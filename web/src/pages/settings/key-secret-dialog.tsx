import type { CreatedApiKey } from '../../api/api-keys.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { formatTime } from '../../formatting/dates.ts';

export interface KeySecretDialogProps {
  readonly apiKey: CreatedApiKey;
  /** The rotated key: its prefix and expiry. Null for a new key. */
  readonly replaced: { readonly prefix: string; readonly until: string } | null;
  readonly onClose: () => void;
}

/** The secret of an API key, shown once. */
export function KeySecretDialog({ apiKey, replaced, onClose }: KeySecretDialogProps) {
  return (
    <Dialog title={replaced === null ? `“${apiKey.name}” created` : `“${apiKey.name}” rotated`} wide onClose={onClose}>
      <div class="flex flex-col gap-4">
        <p class="flex gap-2.5 rounded-lg bg-review-soft px-3.5 py-3 text-review text-sm">
          <Icon name="alert" class="mt-0.5 size-4" />
          Copy the secret now. You will not be able to see it again.
        </p>
        <div class="flex flex-wrap items-center gap-2">
          <code class="min-w-0 flex-1 basis-60 select-all break-all rounded-lg bg-sunken px-3.5 py-2.5 font-mono text-sm">
            {apiKey.secret}
          </code>
          <CopyButton text={apiKey.secret} what="the secret" />
        </div>
        {replaced !== null && (
          <p>
            The old key <code class="font-mono">{replaced.prefix}…</code> expires{' '}
            <strong class="font-semibold">{formatTime(replaced.until)}</strong>. Switch your programs to the new one
            before then.
          </p>
        )}
        <div class="flex justify-end">
          <button type="button" class="button button-primary" onClick={onClose}>
            I have stored it
          </button>
        </div>
      </div>
    </Dialog>
  );
}
