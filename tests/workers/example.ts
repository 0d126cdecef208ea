import type { Owner } from '#core/testing/sign-up';

/** A successful call by this owner, in an organization of its own. */
export interface Example {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly json?: unknown;
  readonly body?: () => BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
  /** Status of a successful response. */
  readonly status: number;
}

export type Prepare = (owner: Owner) => Promise<Example>;
