import { useState } from 'preact/hooks';
import type { CreatedWebhookView, WebhookView } from '#core/contract/webhooks';
import {
  deleteWebhook,
  listWebhooks,
  replayWebhook,
  rotateWebhookSecret,
  testWebhook,
  updateWebhook,
} from '../../api/webhooks.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { ListCard } from '../../components/page-list.tsx';
import { Section } from '../../components/section.tsx';
import { formatTime } from '../../formatting/dates.ts';
import { showFailure, showToast } from '../../state/toasts.ts';
import { usePages } from '../../state/use-pages.ts';
import { outcomeOf } from '../../wording/webhook-words.ts';
import { DeliveriesDialog } from './deliveries-dialog.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import { type WebhookAction, WebhookRow } from './webhook-row.tsx';
import { WebhookSecretDialog } from './webhook-secret-dialog.tsx';

type Opened =
  | { readonly kind: 'new' }
  | { readonly kind: 'secret'; readonly webhook: CreatedWebhookView; readonly isNew: boolean }
  | { readonly kind: Exclude<WebhookAction, 'test' | 'disable'>; readonly webhook: WebhookView }
  | null;

/** Endpoints that receive events, their deliveries and secrets. */
export function WebhooksSection({ mayManage }: { readonly mayManage: boolean }) {
  const pages = usePages(listWebhooks);
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const done = (text?: string) => {
    if (text !== undefined) showToast(text);
    close();
    pages.reload();
  };
  const show = (webhook: CreatedWebhookView, isNew: boolean) => {
    setOpened({ kind: 'secret', webhook, isNew });
    pages.reload();
  };
  const open = (kind: WebhookAction, webhook: WebhookView) => {
    if (kind === 'test') void sendTest(webhook);
    else if (kind === 'disable') void disable(webhook, done);
    else setOpened({ kind, webhook });
  };
  return (
    <Section
      title="Webhooks"
      action={
        mayManage && (
          <button type="button" class="button" onClick={() => setOpened({ kind: 'new' })}>
            <Icon name="plus" /> New webhook
          </button>
        )
      }
    >
      <ListCard
        pages={pages}
        what="the webhooks"
        empty={{
          icon: 'upload',
          title: 'No webhooks yet',
          text: 'A webhook tells your system about every finished, approved or rejected document within a second.',
        }}
      >
        {(webhook) => (
          <WebhookRow key={webhook.id} webhook={webhook} mayManage={mayManage} onOpen={(kind) => open(kind, webhook)} />
        )}
      </ListCard>
      {(opened?.kind === 'new' || opened?.kind === 'edit') && (
        <WebhookDialog
          webhook={opened.kind === 'edit' ? opened.webhook : null}
          onCreated={(webhook) => show(webhook, true)}
          onChanged={() => done('Webhook updated.')}
          onClose={close}
        />
      )}
      {opened?.kind === 'secret' && (
        <WebhookSecretDialog webhook={opened.webhook} isNew={opened.isNew} onClose={close} />
      )}
      {opened?.kind === 'deliveries' && (
        <DeliveriesDialog webhook={opened.webhook} mayManage={mayManage} onClose={close} />
      )}
      {opened?.kind === 'rotate' && (
        <ConfirmDialog
          title="Rotate the secret?"
          action="Rotate"
          onClose={close}
          onConfirm={async () => show(await rotateWebhookSecret(opened.webhook.id), false)}
        >
          <p>
            Requests to <span class="break-all">{opened.webhook.url}</span> get a new secret. For a day they carry
            signatures of both, so that you can switch without losing a delivery.
          </p>
        </ConfirmDialog>
      )}
      {opened?.kind === 'enable' && <EnableDialog webhook={opened.webhook} onDone={done} onClose={close} />}
      {opened?.kind === 'delete' && (
        <ConfirmDialog
          title="Delete this webhook?"
          action="Delete"
          onClose={close}
          onConfirm={async () => {
            await deleteWebhook(opened.webhook.id);
            done('Webhook deleted.');
          }}
        >
          <p>
            <span class="break-all">{opened.webhook.url}</span> receives nothing more, and the log of its deliveries is
            deleted. This cannot be undone.
          </p>
        </ConfirmDialog>
      )}
    </Section>
  );
}

async function sendTest({ id }: WebhookView): Promise<void> {
  try {
    const test = await testWebhook(id);
    const how = `${outcomeOf(test)} after ${test.milliseconds} ms`;
    showToast(test.delivered ? `Test event delivered: ${how}.` : `The test event failed: ${how}.`);
  } catch (failure) {
    showFailure(failure);
  }
}

async function disable({ id }: WebhookView, done: (text: string) => void): Promise<void> {
  try {
    await updateWebhook(id, { status: 'disabled' });
    done('Webhook disabled.');
  } catch (failure) {
    showFailure(failure);
  }
}

interface EnableDialogProps {
  readonly webhook: WebhookView;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

/** Enables an endpoint and sends the events that it missed. */
function EnableDialog({ webhook, onDone, onClose }: EnableDialogProps) {
  const since = webhook.disabled_at;
  const [withMissed, setWithMissed] = useState(true);
  return (
    <ConfirmDialog
      title="Enable this webhook?"
      action="Enable"
      onClose={onClose}
      onConfirm={async () => {
        await updateWebhook(webhook.id, { status: 'active' });
        if (!withMissed || since === null) return onDone('Webhook enabled.');
        const { events: count } = await replayWebhook(webhook.id, { from: since });
        onDone(
          count === 1
            ? 'Webhook enabled; 1 missed event is sent.'
            : `Webhook enabled; ${count} missed events are sent.`,
        );
      }}
    >
      <p class="break-all">{webhook.url}</p>
      {since !== null && (
        <label class="mt-3 flex cursor-pointer items-center gap-2.5">
          <input
            type="checkbox"
            class="size-4 accent-accent"
            checked={withMissed}
            onChange={(event) => setWithMissed(event.currentTarget.checked)}
          />
          Send the events since {formatTime(since)}
        </label>
      )}
    </ConfirmDialog>
  );
}
