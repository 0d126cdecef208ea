/**
 * The exact rate limit of an organization: a fixed window, counted in one place (the organization's object), handed
 * out in blocks so that an isolate need not ask for every request. Pure. The sum of all blocks never exceeds the quota.
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
  /** Requests the asker may let through in this window. 0: none left. */
  readonly granted: number;
  /** Requests left for others after this grant. */
  readonly remaining: number;
  /** Unix milliseconds at which the window ends. */
  readonly resetAt: number;
  readonly state: RateState;
}

/** A sixteenth of what is left: few calls while there is plenty, one by one near the limit, where exactness matters. */
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
