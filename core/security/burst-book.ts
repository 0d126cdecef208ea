/** Action after counting an event: write now, return later, or nothing because another caller will return. */
export type BurstStep =
  | { readonly kind: 'write'; readonly name: string; readonly count: number }
  | { readonly kind: 'wait'; readonly name: string; readonly ms: number }
  | { readonly kind: 'counted' };

interface Burst {
  /** Time until which further events are collected, Unix milliseconds. */
  until: number;
  gathered: number;
}

const COUNTED: BurstStep = { kind: 'counted' };

/**
 * Reduces bursts of identical events to few writes: the first is written immediately, the following ones together after
 * a pause. Beyond `maxNames` distinct names, events are counted under a shared name, so that a flood from ever-changing
 * addresses does not cause a flood of writes. Pure apart from its map.
 */
export class BurstBook {
  private readonly bursts = new Map<string, Burst>();

  constructor(
    private readonly restName: (name: string) => string,
    private readonly maxNames = 500,
  ) {}

  /** Counts one event. A caller told to wait calls `take` when the time is up. */
  note(wanted: string, now: number, pauseMs: number): BurstStep {
    if (pauseMs === 0) return { kind: 'write', name: wanted, count: 1 };
    const name = this.bursts.has(wanted) || this.hasRoom(now) ? wanted : this.restName(wanted);
    const burst = this.bursts.get(name);
    if (!burst || now >= burst.until) {
      // Events collected but never taken: the request waiting with them was aborted.
      this.bursts.set(name, { until: now + pauseMs, gathered: 0 });
      return { kind: 'write', name, count: 1 + (burst?.gathered ?? 0) };
    }
    burst.gathered += 1;
    return burst.gathered === 1 ? { kind: 'wait', name, ms: burst.until - now } : COUNTED;
  }

  /** Returns the number of events under this name since the last write, and starts the next pause. */
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
