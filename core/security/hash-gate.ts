/**
 * Lets password hashes through one at a time with a rest after each, because a hash holds the isolate's only thread:
 * in the rest other requests run. Whoever holds the gate and vanishes (a closed connection ends a request anywhere)
 * blocks it for a moment only. Must never count on the clock moving during a hash: workerd's stands still then.
 */
export interface GatePolicy {
  /** Pause after each hash, in milliseconds. */
  readonly restMs: number;
  /** Whoever would wait longer is refused, in milliseconds. */
  readonly maxWaitMs: number;
}

export interface Clock {
  /** Unix milliseconds. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export type GateResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/** A holder that is gone for longer than any hash takes on a healthy machine is taken for vanished. */
const VANISHED_MS = 2_000;
/** Whoever waits asks at least this often: well before it would be taken for vanished. */
const LONGEST_REST_MS = 700;
/** A turn (hash and rest) until one was measured. */
const FIRST_TURN_MS = 200;
/** Weight of the latest turn in the running mean. */
const LATEST = 0.3;

interface Waiter {
  readonly deadline: number;
  /** When it last asked; one that stopped asking has vanished. */
  seenAt: number;
}

export class HashGate {
  private holder: { readonly since: number } | null = null;
  private restUntil = 0;
  private turnMs = FIRST_TURN_MS;
  /** In the order they came. */
  private readonly waiters = new Set<Waiter>();

  /** Runs `hash` when it is its turn; `ok: false` at once when the queue is too long, or when the wait became too long. */
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
        // One turn of the event loop: only after it does the clock tell the time again.
        await clock.sleep(1);
        if (this.holder === mine) this.release(policy, mine.since, clock.now());
      }
    } finally {
      this.waiters.delete(me);
    }
  }

  /** Looking and taking happen in one breath: nobody runs between them. */
  private async takeTurn(policy: GatePolicy, clock: Clock, me: Waiter): Promise<{ readonly since: number } | null> {
    for (;;) {
      const now = clock.now();
      me.seenAt = now;
      this.forgetVanished(now);
      // One that was only slow to ask comes back, behind the others.
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

  /** Whoever stands far back asks rarely: a hundred that all ask after every hash would be work for the one thread, too. */
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
