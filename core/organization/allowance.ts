import type { AllowanceBlock } from './interface.ts';
import type { RatePolicy } from './rate-limit.ts';

/** Values of the `RateLimit` headers (draft-ietf-httpapi-ratelimit-headers). */
export interface AllowanceDecision {
  readonly allowed: boolean;
  readonly policy: RatePolicy;
  readonly remaining: number;
  readonly resetAt: number;
}

interface Held {
  tokens: number;
  remaining: number;
  resetAt: number;
}

/**
 * Spends an organization's blocks of requests within one isolate. Requests a new block only when the current one is
 * used up. If the Durable Object has none left, refuses locally until the window ends.
 */
export class AllowanceBook {
  private readonly held = new Map<string, Held>();

  async spend(
    organizationId: string,
    policy: RatePolicy,
    now: number,
    ask: () => Promise<AllowanceBlock>,
  ): Promise<AllowanceDecision> {
    const held = this.held.get(organizationId);
    if (held && now < held.resetAt && (held.tokens > 0 || held.remaining === 0)) return this.take(held, policy);
    const block = await ask();
    // Concurrent requests may each receive a block, so what remains from this window is added.
    const latest = this.held.get(organizationId);
    const kept = latest && latest.resetAt === block.resetAt ? latest.tokens : 0;
    const next = { tokens: kept + block.granted, remaining: block.remaining, resetAt: block.resetAt };
    this.held.set(organizationId, next);
    return this.take(next, policy);
  }

  private take(held: Held, policy: RatePolicy): AllowanceDecision {
    const allowed = held.tokens > 0;
    if (allowed) held.tokens -= 1;
    return { allowed, policy, remaining: held.tokens + held.remaining, resetAt: held.resetAt };
  }
}
