/** How long a failed run waits before the next try. Pure. */
const FIRST_DELAY_SECONDS = 5;
const MAX_DELAY_SECONDS = 600;

/** `attempt` is the one that failed, from 1: 5 s, 10 s, 20 s … at most ten minutes. */
export function retryDelaySeconds(attempt: number): number {
  return Math.min(FIRST_DELAY_SECONDS * 2 ** Math.max(0, attempt - 1), MAX_DELAY_SECONDS);
}
