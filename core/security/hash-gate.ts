/**
 * Runs password hashes one at a time with a rest after each, because a hash blocks the isolate's only thread and the
 * rest lets other requests run. If the holder disappears (a closed connection can end a request anywhere), the gate is
 * blocked only briefly. Must not rely on the clock advancing during a hash: in workerd it does not.
 */
export interface GatePolicy {
  /** Pause after each hash, in milliseconds. */
  readonly restMs: number;
  /** Requests that would wait longer are refused, in milliseconds. */
  readonly maxWaitMs: number;
}

export interface Clock {
  /** Unix milliseconds. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export type GateResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/** A holder that has not returned after this time, longer than any hash on a healthy machine, counts as gone. */
const VANISHED_MS = 2_000;
/** Maximum polling interval of a waiter, well below `VANISHED_MS`. */
const LONGEST_REST_MS = 700;
/** Assumed duration of a turn (hash and rest) before the first measurement. */
const FIRST_TURN_MS = 200;
/** Weight of the latest turn in the moving average. */
const LATEST = 0.3;

interface Waiter {
  readonly deadline: number;
  /** Time of the last poll. A waiter that stopped polling is gone. */
  seenAt: number;
}

export class HashGate {
  private holder: { readonly since: number } | null = null;
  private restUntil = 0;
  private turnMs = FIRST_TURN_MS;
  /** In order of arrival. */
  private readonly waiters = new Set<Waiter>();

  /**
   * Runs `hash` when its turn comes. Returns `ok: false` immediately if the queue is too long, or later if the wait was
   * too long.
   */
  async run<T>(policy: GatePolicy, clock: Clock, hash: () => Promise<T>): Promise<GateResult<T>> {
    const now = clock.now();
    this.forgetVanished(now);
    if (this.waiters.size * this.turnMs > policy.maxWaitMs) return { ok: false };
    const me: Waiter = { deadline: now + policy.maxWaitMs, seenAt: now };
    try {
      const mine = await this.takeTurn(policy, clock, me);
      if (!mine) return { ok: false };
      try {
        return { ok: true, value: await hash() };
      } finally {
        // Yield once: the clock only advances after a turn of the event loop.
        await clock.sleep(1);
        if (this.holder === mine) this.release(policy, mine.since, clock.now());
      }
    } finally {
      this.waiters.delete(me);
    }
  }

  /**
   * Waits for the turn. Checking and acquiring happen without an `await` in between, so that no other request can
   * interleave.
   */
  private async takeTurn(policy: GatePolicy, clock: Clock, me: Waiter): Promise<{ readonly since: number } | null> {
    for (;;) {
      const now = clock.now();
      me.seenAt = now;
      this.forgetVanished(now);
      // A waiter that was merely slow to poll rejoins at the end.
      this.waiters.add(me);
      const held = this.holder !== null && now - this.holder.since <= VANISHED_MS;
      const [first] = this.waiters;
      if (!held && now >= this.restUntil && first === me) {
        this.waiters.delete(me);
        const mine = { since: now };
        this.holder = mine;
        return mine;
      }
      if (now >= me.deadline) return null;
      const next = held || now >= this.restUntil ? policy.restMs : this.restUntil - now;
      await clock.sleep(Math.max(1, next, this.restFarBack(me)));
    }
  }

  /** Waiters far back poll less often: a hundred polling after every hash would also load the single thread. */
  private restFarBack(me: Waiter): number {
    let ahead = 0;
    for (const waiter of this.waiters) {
      if (waiter === me) break;
      ahead += 1;
    }
    return Math.min(LONGEST_REST_MS, (ahead * this.turnMs) / 2);
  }

  private forgetVanished(now: number): void {
    for (const waiter of this.waiters) if (now - waiter.seenAt > VANISHED_MS) this.waiters.delete(waiter);
  }

  private release(policy: GatePolicy, since: number, now: number): void {
    this.holder = null;
    this.restUntil = now + policy.restMs;
    this.turnMs = LATEST * (this.restUntil - since) + (1 - LATEST) * this.turnMs;
  }
}
