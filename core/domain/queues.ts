/**
 * Queue names and the retry policy of jobs. Repeated in the wrangler.toml files, which the platform reads; a test
 * compares them.
 */
export const JOB_QUEUE = 'neocaptured-jobs';
/** Receives messages after their last failed delivery. */
export const DEAD_LETTER_QUEUE = 'neocaptured-jobs-dead';

/** Deliveries of a message, including the first, before it goes to the dead-letter queue. */
export const JOB_ATTEMPTS = 4;

/** Delay before the first retry; it doubles with every further attempt. */
export const FIRST_RETRY_DELAY_SECONDS = 5;
export const MAX_RETRY_DELAY_SECONDS = 600;

/** Says that an organization has webhook deliveries to send. A lost message only delays them until the next sweep. */
export const WEBHOOK_QUEUE = 'neocaptured-webhooks';

/** Says that an organization has exports to make. A lost message only delays them until the next sweep. */
export const EXPORT_QUEUE = 'neocaptured-exports';
