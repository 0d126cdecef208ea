/**
 * The exact rate limit of an organization: a fixed window counted in the organization's Durable Object and handed out
 * in blocks, so that an isolate does not need a call per request. Pure. The sum of all blocks never exceeds the quota.
 */
export interface RatePolicy {
  /** Requests per window. */
  readonly quota: number;
  readonly windowMs: number;
}

export interface RateState {
  readonly windowStart: number;
  readonly used: number;
}

export interface Grant {
  /** Requests the isolate may allow in this window; 0 if none are left. */
  readonly granted: number;
  /** Requests remaining after this grant. */
  readonly remaining: number;
  /** End of the window, Unix milliseconds. */
  readonly resetAt: number;
  readonly state: RateState;
}

/**
 * One sixteenth of the remainder: few calls while plenty is left, one by one near the limit, where exactness matters.
 */
const BLOCK_SHARE = 16;

export function grantBlock(state: RateState | undefined, policy: RatePolicy, now: number): Grant {
  const windowStart = Math.floor(now / policy.windowMs) * policy.windowMs;
  const used = state && state.windowStart === windowStart ? state.used : 0;
  const left = Math.max(0, policy.quota - used);
  const granted = left === 0 ? 0 : Math.max(1, Math.floor(left / BLOCK_SHARE));
  return {
    granted,
    remaining: left - granted,
    resetAt: windowStart + policy.windowMs,
    state: { windowStart, used: used + granted },
  };
}
