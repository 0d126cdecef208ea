import type { CreatedWebhookView, WebhookView } from '#core/contract/webhooks';
import { EVENT_TYPES, type EventType } from '#core/domain/events';
import { WEBHOOK_LIMITS } from '#core/domain/webhooks';
import { createWebhook, updateWebhook } from '../../api/webhooks.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useForm } from '../../state/use-form.ts';
import { EVENT_LABELS } from '../../wording/webhook-words.ts';

export interface WebhookDialogProps {
  /** Null to create one. */
  readonly webhook: WebhookView | null;
  readonly onCreated: (webhook: CreatedWebhookView) => void;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** Address, description and events of a webhook. */
export function WebhookDialog({ webhook, onCreated, onChanged, onClose }: WebhookDialogProps) {
  const form = useForm({
    start: {
      url: webhook?.url ?? '',
      description: webhook?.description ?? '',
      events: new Set<EventType>(webhook?.events ?? EVENT_TYPES),
    },
    submit: async ({ url, description, events }) => {
      const isAll = events.size === EVENT_TYPES.length;
      const body = { url: url.trim(), description: description.trim() };
      if (webhook === null) onCreated(await createWebhook({ ...body, ...(!isAll && { events: [...events] }) }));
      else {
        await updateWebhook(webhook.id, { ...body, events: isAll ? null : [...events] });
        onChanged();
      }
    },
  });
  const { events } = form.values;
  const toggle = (type: EventType) => {
    const next = new Set(events);
    if (!next.delete(type)) next.add(type);
    form.set({ events: next });
  };
  return (
    <FormDialog
      title={webhook === null ? 'New webhook' : 'Edit webhook'}
      action={webhook === null ? 'Create webhook' : 'Save'}
      form={form}
      ready={events.size > 0}
      onClose={onClose}
      aside={events.size === 0 && <p class="mr-auto text-danger text-sm">Choose at least one event.</p>}
    >
      <TextField
        label="Address"
        hint="Such as https://example.com/hooks/documents. It must be https and public."
        autofocus
        maxLength={WEBHOOK_LIMITS.url}
        {...form.field('url')}
      />
      <TextField
        label="Description"
        optional
        hint="What receives the events, such as “Accounting import”."
        maxLength={WEBHOOK_LIMITS.description}
        {...form.field('description')}
      />
      <fieldset>
        <legend class="mb-2 font-medium text-sm">Events</legend>
        <div class="rounded-lg border border-line p-4">
          {EVENT_TYPES.map((type) => (
            <label key={type} class="flex cursor-pointer items-center gap-2.5 py-0.5">
              <input
                type="checkbox"
                class="size-4 accent-accent"
                checked={events.has(type)}
                onChange={() => toggle(type)}
              />
              {EVENT_LABELS[type]}
            </label>
          ))}
        </div>
      </fieldset>
    </FormDialog>
  );
}
