/** What is to be done about something that was counted: written now, looked at again later, or nothing: somebody does already. */
export type BurstStep =
  | { readonly kind: 'write'; readonly name: string; readonly count: number }
  | { readonly kind: 'wait'; readonly name: string; readonly ms: number }
  | { readonly kind: 'counted' };

interface Burst {
  /** Until then further ones are gathered, Unix milliseconds. */
  until: number;
  gathered: number;
}

const COUNTED: BurstStep = { kind: 'counted' };

/**
 * Turns a flood of equal events into few writes: the first of a burst is written at once, the ones after it together
 * when the pause is over. Beyond `maxNames` different ones, those that come are counted under one name for the rest, so
 * that a flood from ever new addresses is no flood of writes either. Pure but for its map.
 */
export class BurstBook {
  private readonly bursts = new Map<string, Burst>();

  constructor(
    private readonly restName: (name: string) => string,
    private readonly maxNames = 500,
  ) {}

  /** Counts one. Whoever is told to wait comes back with `take` when the time is over. */
  note(wanted: string, now: number, pauseMs: number): BurstStep {
    if (pauseMs === 0) return { kind: 'write', name: wanted, count: 1 };
    const name = this.bursts.has(wanted) || this.hasRoom(now) ? wanted : this.restName(wanted);
    const burst = this.bursts.get(name);
    if (!burst || now >= burst.until) {
      // What was gathered and never taken: whoever waited with it has vanished.
      this.bursts.set(name, { until: now + pauseMs, gathered: 0 });
      return { kind: 'write', name, count: 1 + (burst?.gathered ?? 0) };
    }
    burst.gathered += 1;
    return burst.gathered === 1 ? { kind: 'wait', name, ms: burst.until - now } : COUNTED;
  }

  /** What was gathered under this name since it was written last; the next pause begins. */
  take(name: string, now: number, pauseMs: number): number {
    const gathered = this.bursts.get(name)?.gathered ?? 0;
    if (gathered > 0) this.bursts.set(name, { until: now + pauseMs, gathered: 0 });
    return gathered;
  }

  private hasRoom(now: number): boolean {
    if (this.bursts.size < this.maxNames) return true;
    for (const [name, { until, gathered }] of this.bursts) {
      if (gathered === 0 && until <= now) this.bursts.delete(name);
    }
    return this.bursts.size < this.maxNames;
  }
}
