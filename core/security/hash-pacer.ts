/**
 * Spreads password hashes over time, because each holds the isolate's only thread: between two of them other requests
 * run. A caller gets a place in time, not a lock, so a caller that vanishes while it waits blocks nobody. Pure.
 */
export interface PacePolicy {
  /** From the start of one hash to the start of the next, in milliseconds; 0 paces nothing. */
  readonly spacingMs: number;
  /** Whoever would wait longer is refused. */
  readonly maxWaitMs: number;
}

export class HashPacer {
  private nextFree = 0;

  /** Milliseconds to wait before hashing, or null when the queue is full: then nothing was reserved. */
  reserve(policy: PacePolicy, now: number): number | null {
    const start = Math.max(now, this.nextFree);
    const wait = start - now;
    if (wait > policy.maxWaitMs) return null;
    this.nextFree = start + policy.spacingMs;
    return wait;
  }
}
