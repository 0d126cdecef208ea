import { useState } from 'preact/hooks';
import type { DeliveryDetails, DeliveryView, WebhookView } from '#core/contract/webhooks';
import { listDeliveries, readDelivery, redeliver } from '../../api/webhooks.ts';
import { Dialog } from '../../components/dialog.tsx';
import { LoadFrame } from '../../components/load-frame.tsx';
import { PageList } from '../../components/page-list.tsx';
import { formatTime } from '../../formatting/dates.ts';
import { showFailure, showToast } from '../../state/toasts.ts';
import { useLoad } from '../../state/use-load.ts';
import { usePages } from '../../state/use-pages.ts';
import { DELIVERY_LABELS, EVENT_LABELS, outcomeOf } from '../../wording/webhook-words.ts';

export interface DeliveriesDialogProps {
  readonly webhook: WebhookView;
  readonly mayManage: boolean;
  readonly onClose: () => void;
}

/** The deliveries of a webhook, newest first; each opens to its attempts and its payload. */
export function DeliveriesDialog({ webhook, mayManage, onClose }: DeliveriesDialogProps) {
  const pages = usePages((cursor, signal) => listDeliveries(webhook.id, cursor, signal));
  const sendAgain = async (id: string) => {
    try {
      await redeliver(id);
      showToast('The event is sent again.');
      pages.reload();
    } catch (failure) {
      showFailure(failure);
    }
  };
  return (
    <Dialog title="Deliveries" wide onClose={onClose}>
      <div class="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p class="min-w-0 break-all text-ink-soft text-sm">{webhook.url}</p>
        <button type="button" class="button" onClick={pages.reload}>
          Reload
        </button>
      </div>
      <PageList
        pages={pages}
        what="the deliveries"
        label="Deliveries"
        empty={<p class="text-ink-soft">No deliveries in the last 30 days.</p>}
      >
        {(delivery) => (
          <DeliveryRow
            key={delivery.id}
            delivery={delivery}
            onSendAgain={mayManage ? () => void sendAgain(delivery.id) : null}
          />
        )}
      </PageList>
    </Dialog>
  );
}

const TONES = { pending: 'text-ink-soft', delivered: 'text-proved', failed: 'text-danger' } as const;

interface DeliveryRowProps {
  readonly delivery: DeliveryView;
  readonly onSendAgain: (() => void) | null;
}

function DeliveryRow({ delivery, onSendAgain }: DeliveryRowProps) {
  const [open, setOpen] = useState(false);
  const { event_type: type, status, attempts, next_attempt_at: next } = delivery;
  const facts = [
    formatTime(delivery.created_at),
    attempts === 1 ? '1 attempt' : `${attempts} attempts`,
    ...(attempts > 0 ? [outcomeOf(delivery)] : []),
    ...(next !== null && attempts > 0 ? [`next ${formatTime(next)}`] : []),
  ];
  return (
    <li class="border-line border-b py-2.5 last:border-b-0">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary class="cursor-pointer">
          <span class="font-medium">{type === null ? 'Deleted event' : EVENT_LABELS[type]}</span>{' '}
          <span class={`text-sm ${TONES[status]}`}>{DELIVERY_LABELS[status]}</span>
          <span class="block text-ink-faint text-sm">{facts.join(' · ')}</span>
        </summary>
        {open && <Details id={delivery.id} />}
        {onSendAgain !== null && type !== null && (
          <button type="button" class="button mt-2" onClick={onSendAgain}>
            Send again
          </button>
        )}
      </details>
    </li>
  );
}

function Details({ id }: { readonly id: string }) {
  const [loaded, reload] = useLoad((signal) => readDelivery(id, signal));
  return (
    <LoadFrame loaded={loaded} what="the delivery" onRetry={reload}>
      {(delivery) => (
        <>
          <Attempts delivery={delivery} />
          {delivery.payload !== null && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
            <pre tabIndex={0} class="mt-2 max-h-60 overflow-auto rounded-lg bg-sunken p-3 font-mono text-xs">
              {JSON.stringify(delivery.payload, null, 2)}
            </pre>
          )}
        </>
      )}
    </LoadFrame>
  );
}

function Attempts({ delivery }: { readonly delivery: DeliveryDetails }) {
  return (
    <ol class="mt-2 flex flex-col gap-1 text-sm">
      {delivery.attempt_log.map((each) => (
        <li key={each.attempt}>
          <span class="text-ink-soft">{formatTime(each.started_at)}</span> {outcomeOf(each)}, {each.milliseconds} ms
          {each.response !== '' && (
            <code class="mt-0.5 block break-all rounded bg-sunken px-2 py-1 font-mono text-xs">{each.response}</code>
          )}
        </li>
      ))}
    </ol>
  );
}
