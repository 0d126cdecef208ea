/**
 * Events of an organization, for webhooks and `GET /events`. The trigger in migrations/*_webhooks.sql writes them in the
 * transaction of the change.
 */
export const EVENT_TYPES = [
  'document.completed',
  'document.needs_review',
  'document.failed',
  'document.approved',
  'document.rejected',
  /** A decision was taken back. */
  'document.reopened',
  'document.deleted',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const isEventType = (value: string): value is EventType => EVENT_TYPES.some((type) => type === value);
