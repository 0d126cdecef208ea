/**
 * Remembers for a short while that a session was found alive, so that an access token costs a database trip once per
 * session and period, not once per request, and yet stops working soon after its session ends. Pure but for its map.
 */
export class LivenessBook {
  private readonly aliveUntil = new Map<string, number>();

  constructor(private readonly maxEntries = 20_000) {}

  /** True while an earlier `remember` for exactly this key still counts. */
  isAlive(key: string, now: number): boolean {
    const until = this.aliveUntil.get(key);
    return until !== undefined && now < until;
  }

  remember(key: string, until: number): void {
    // The whole book goes: cheaper than keeping an order, and all it costs is one question per session.
    if (this.aliveUntil.size >= this.maxEntries) this.aliveUntil.clear();
    this.aliveUntil.set(key, until);
  }

  /** Everything remembered about keys that start with this. */
  forget(prefix: string): void {
    for (const key of this.aliveUntil.keys()) if (key.startsWith(prefix)) this.aliveUntil.delete(key);
  }
}
