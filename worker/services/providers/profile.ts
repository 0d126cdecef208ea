import type { SessionId } from '#core/domain/id';

/** A user's profile from a provider, after all checks of the response. */
export interface ProviderProfile {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  /** True if the provider verified the address. */
  readonly emailVerified: boolean;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/** State of a visit to a provider; encrypted while the user is there. */
export interface ProviderRound {
  readonly providerId: string;
  readonly nonce: string;
  readonly verifier: string;
  /** SHA-256 of the secret in the browser's cookie, hex. */
  readonly browser: string;
  /** Application path to continue at. */
  readonly returnTo: string;
  /** Session that links the account; null for a sign-in. */
  readonly sessionId: SessionId | null;
}
