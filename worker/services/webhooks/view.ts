import type { DeliveryView, WebhookView } from '#core/contract/webhooks';
import { isEventType } from '#core/domain/events';
import { formatNumberedId, numberOfId } from '#core/domain/id';
import { AppError } from '#core/platform/errors';
import type { DeliveryRow } from '#core/store/webhook-deliveries';
import type { WebhookRow } from '#core/store/webhooks';

const time = (milliseconds: number): string => new Date(milliseconds).toISOString();
const timeOrNull = (milliseconds: number | null): string | null => (milliseconds === null ? null : time(milliseconds));

export function webhookView(row: WebhookRow): WebhookView {
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    events: row.eventTypes === null ? null : texts(row.eventTypes).filter(isEventType),
    workspace_ids: row.workspaceIds === null ? null : texts(row.workspaceIds),
    status: row.status,
    disabled_reason: row.disabledReason,
    disabled_at: timeOrNull(row.disabledAt),
    previous_secret_until: timeOrNull(row.previousSecretUntil),
    created_by: row.createdBy,
    created_at: time(row.createdAt),
    updated_at: time(row.updatedAt),
  };
}

function texts(json: string): string[] {
  const list: readonly string[] = JSON.parse(json);
  return [...list];
}

export function deliveryView({ delivery, event }: DeliveryRow): DeliveryView {
  return {
    id: formatNumberedId('delivery', delivery.createdAt, delivery.number),
    webhook_id: delivery.webhookId,
    event_id: formatNumberedId('event', event?.createdAt ?? delivery.createdAt, delivery.eventSequence),
    event_type: event?.type ?? null,
    document_id: delivery.documentId,
    status: delivery.status,
    attempts: delivery.attempts,
    status_code: delivery.statusCode,
    error: delivery.error,
    next_attempt_at: delivery.status === 'pending' ? time(delivery.nextAttemptAt) : null,
    created_at: time(delivery.createdAt),
    finished_at: timeOrNull(delivery.finishedAt),
  };
}

/** The number in a delivery's id. @throws AppError `not_found` for any other text */
export function deliveryNumber(id: string): number {
  const number = numberOfId('delivery', id);
  if (number === null) throw deliveryNotFound();
  return number;
}

export const webhookNotFound = (): AppError => new AppError('not_found', 'There is no such webhook.');
export const deliveryNotFound = (): AppError => new AppError('not_found', 'There is no such delivery.');
export const webhookChanged = (): AppError =>
  new AppError('conflict', 'The webhook was changed in the meantime. Reload and try again.');
