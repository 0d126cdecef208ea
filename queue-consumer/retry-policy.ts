import { FIRST_RETRY_DELAY_SECONDS, MAX_RETRY_DELAY_SECONDS } from '#core/domain/queues';

/** Delay before the next attempt. `attempt` is the one that failed, counted from 1: 5 s, 10 s, 20 s … up to ten minutes. */
export function retryDelaySeconds(attempt: number): number {
  return Math.min(FIRST_RETRY_DELAY_SECONDS * 2 ** Math.max(0, attempt - 1), MAX_RETRY_DELAY_SECONDS);
}
