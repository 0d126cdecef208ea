import type { EventType } from '#core/domain/events';
import type { AttemptError, DeliveryStatus, DisabledReason } from '#core/domain/webhooks';

export const EVENT_LABELS: Readonly<Record<EventType, string>> = {
  'document.completed': 'Document completed',
  'document.needs_review': 'Document needs review',
  'document.failed': 'Document failed',
  'document.approved': 'Document approved',
  'document.rejected': 'Document rejected',
  'document.reopened': 'Document reopened',
  'document.deleted': 'Document deleted',
};

export const DELIVERY_LABELS: Readonly<Record<DeliveryStatus, string>> = {
  pending: 'Pending',
  delivered: 'Delivered',
  failed: 'Failed',
};

export const DISABLED_LABELS: Readonly<Record<DisabledReason, string>> = {
  manual: 'Disabled',
  gone: 'Disabled: the receiver answered 410 Gone',
  failing: 'Disabled: all attempts to deliver an event failed',
};

const ERRORS: Readonly<Record<Exclude<AttemptError, 'status'>, string>> = {
  address: 'the address is not public',
  redirect: 'the receiver redirects, which is not followed',
  timeout: 'no response in time',
  connection: 'no connection',
  payload: 'the result could not be read',
};

/** Outcome of an attempt: the HTTP status, or why there is none. */
export function outcomeOf(attempt: {
  readonly status_code: number | null;
  readonly error: AttemptError | null;
}): string {
  const { status_code: status, error } = attempt;
  if (status !== null) return `HTTP ${status}`;
  return error === null || error === 'status' ? 'no response' : ERRORS[error];
}
