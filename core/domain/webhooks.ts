export const WEBHOOK_STATUSES = ['active', 'disabled'] as const;

/** `manual`: by a person. `gone`: the receiver answered 410. `failing`: every attempt of a delivery failed. */
export const DISABLED_REASONS = ['manual', 'gone', 'failing'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Why an attempt failed, besides a status other than 2xx (`status`). */
export const ATTEMPT_ERRORS = ['status', 'address', 'redirect', 'timeout', 'connection', 'payload'] as const;
export type AttemptError = (typeof ATTEMPT_ERRORS)[number];

/** Delays between the attempts of a delivery, in seconds: over 75 hours in all, as Standard Webhooks recommends. */
export const WEBHOOK_RETRY_SECONDS: readonly number[] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

export const WEBHOOK_LIMITS = {
  /** Endpoints per organization. */
  webhooks: 50,
  url: 2_000,
  description: 200,
  workspaces: 100,
  /** Deliveries that one replay creates. */
  replay: 10_000,
  /** Bytes of a response that are kept. */
  response: 1_024,
  retries: 20,
  retrySeconds: 604_800,
  /** Longest wait that a `Retry-After` is granted, in seconds. */
  retryAfter: 86_400,
} as const;
