/** What was counted for one key and day and is not written yet. */
export interface CountedCalls {
  readonly keyId: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly calls: number;
  /** The last of them, Unix milliseconds. */
  readonly lastAt: number;
}

/**
 * Counts calls in memory and hands the sums out now and then, so that a busy key is no write per call. What an isolate
 * has counted and not handed out when it ends is lost: usage of keys is for people, nothing is billed by it. Pure but
 * for its map.
 */
export class UsageBook {
  private readonly pending = new Map<string, CountedCalls>();
  private readonly handedOutAt = new Map<string, number>();

  constructor(private readonly maxKeys = 10_000) {}

  /** Counts one call. When its key was not handed out for `everyMs`, everything that waits is: the caller writes it. */
  count(keyId: string, now: number, everyMs: number): readonly CountedCalls[] {
    const day = new Date(now).toISOString().slice(0, 10);
    const place = `${keyId} ${day}`;
    this.pending.set(place, { keyId, day, calls: (this.pending.get(place)?.calls ?? 0) + 1, lastAt: now });
    const before = this.handedOutAt.get(keyId);
    if (before !== undefined && now - before < everyMs && this.pending.size < this.maxKeys) return [];
    const due = [...this.pending.values()];
    this.pending.clear();
    if (this.handedOutAt.size >= this.maxKeys) this.handedOutAt.clear();
    for (const counted of due) this.handedOutAt.set(counted.keyId, now);
    return due;
  }
}
