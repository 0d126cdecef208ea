/**
 * Queue names and the retry policy of jobs. The wrangler.toml files repeat them, because the platform reads its
 * configuration from there; a test compares both.
 */
export const JOB_QUEUE = 'neocaptured-jobs';
/** Receives the messages that were retried as often as the platform allows. */
export const DEAD_LETTER_QUEUE = 'neocaptured-jobs-dead';

/** Deliveries of a message, including the first, before it goes to the dead-letter queue. */
export const JOB_ATTEMPTS = 4;

/** Delay before the first retry; it doubles with every further attempt. */
export const FIRST_RETRY_DELAY_SECONDS = 5;
export const MAX_RETRY_DELAY_SECONDS = 600;
