import type { CreatedWebhookView } from '#core/contract/webhooks';
import { CopyButton } from '../../components/copy-button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { formatTime } from '../../formatting/dates.ts';

export interface WebhookSecretDialogProps {
  readonly webhook: CreatedWebhookView;
  readonly isNew: boolean;
  readonly onClose: () => void;
}

/** The signing secret of a webhook, shown once. */
export function WebhookSecretDialog({ webhook, isNew, onClose }: WebhookSecretDialogProps) {
  const { secret, previous_secret_until: until } = webhook;
  return (
    <Dialog title={isNew ? 'Webhook created' : 'Secret rotated'} wide onClose={onClose}>
      <div class="flex flex-col gap-4">
        <p class="flex gap-2.5 rounded-lg bg-review-soft px-3.5 py-3 text-review text-sm">
          <Icon name="alert" class="mt-0.5 size-4" />
          Copy the secret now. You will not be able to see it again.
        </p>
        <div class="flex flex-wrap items-center gap-2">
          <code class="min-w-0 flex-1 basis-60 select-all break-all rounded-lg bg-sunken px-3.5 py-2.5 font-mono text-sm">
            {secret}
          </code>
          <CopyButton text={secret} what="the secret" />
        </div>
        <p>
          Your receiver verifies the signature of every request with it, as Standard Webhooks specify. Libraries for
          most languages take the secret as it is.
        </p>
        {!isNew && until !== null && <p>The previous secret signs too until {formatTime(until)}.</p>}
        <div class="flex justify-end">
          <button type="button" class="button button-primary" onClick={onClose}>
            I have stored it
          </button>
        </div>
      </div>
    </Dialog>
  );
}
