/** Calls counted for one key and day and not yet written. */
export interface CountedCalls {
  readonly keyId: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly calls: number;
  /** Time of the last call, Unix milliseconds. */
  readonly lastAt: number;
}

/**
 * Counts calls in memory and releases the sums periodically, so that a busy key does not cause a write per call. Counts
 * not released when the isolate ends are lost: key usage is informational and not billed. Pure apart from its map.
 */
export class UsageBook {
  private readonly pending = new Map<string, CountedCalls>();
  private readonly handedOutAt = new Map<string, number>();

  constructor(private readonly maxKeys = 10_000) {}

  /**
   * Counts one call. If the key's count was not released for `everyMs`, returns all pending counts for the caller to
   * write.
   */
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
