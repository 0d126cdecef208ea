import type { RequestClaim } from '#core/store/idempotent-requests';

/** A stored response; `body` is empty if there was none. */
export interface KeptAnswer {
  readonly status: number;
  readonly body: string;
}

/** A claimed idempotency key, for storing or releasing its response. */
export interface Turn {
  readonly claim: RequestClaim;
  readonly successStatus: number;
  /** Stores the response of a successful request, unless it was stored together with its change. */
  finish(answer: KeptAnswer): Promise<void>;
  /**
   * Releases the key of a failed request, so that it can be repeated. Returns the response if the change was made after
   * all.
   */
  abandon(): Promise<KeptAnswer | null>;
}
