import type { SessionId } from '#core/domain/id';

/** Who somebody is, as an identity provider says after every check of its answer. */
export interface ProviderProfile {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  /** The provider vouches that the address is theirs. */
  readonly emailVerified: boolean;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/** What a sign-in at a provider has to come back with; sealed while the person is there. */
export interface ProviderRound {
  readonly providerId: string;
  readonly nonce: string;
  readonly verifier: string;
  /** SHA-256 of the secret in the browser's cookie, hex. */
  readonly browser: string;
  /** Path in the application to go to afterwards. */
  readonly returnTo: string;
  /** The session that links the account; null for a sign-in. */
  readonly sessionId: SessionId | null;
}
