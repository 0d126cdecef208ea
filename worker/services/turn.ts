import type { RequestClaim } from '#core/store/idempotent-requests';

/** What was answered; `body` is empty where there was none. */
export interface KeptAnswer {
  readonly status: number;
  readonly body: string;
}

/** A request that may work, and what becomes of its answer. */
export interface Turn {
  readonly claim: RequestClaim;
  readonly successStatus: number;
  /** Keeps the answer of a request that succeeded, unless it was kept together with its change. */
  finish(answer: KeptAnswer): Promise<void>;
  /** The request failed: whoever repeats it may try. If its change was made nevertheless, its answer. */
  abandon(): Promise<KeptAnswer | null>;
}
