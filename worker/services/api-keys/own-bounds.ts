import { AppError } from '#core/platform/errors';
import { isNetworkWithin, parseNetwork } from '#core/security/networks';
import type { SignedInContext } from '../context.ts';

/** Restrictions of a key other than its permissions. */
export interface KeyTerms {
  /** Networks as text; null means any. */
  readonly networks: readonly string[] | null;
  /** Unix milliseconds; null if the key does not expire. */
  readonly expiresAt: number | null;
}

/**
 * A key restricted by network or expiry can only create, rotate or change keys at least as restricted, including
 * itself, so that a thief cannot use it to get a key that works elsewhere or longer. Does not apply to users.
 * @throws AppError `forbidden`
 */
export function requireWithinOwnBounds({ caller }: SignedInContext, terms: KeyTerms): void {
  const { networks, expiresAt } = caller.keyBounds ?? { networks: null, expiresAt: null };
  if (networks !== null) {
    const isWithin = (text: string): boolean => {
      const network = parseNetwork(text);
      return network !== null && isNetworkWithin(network, networks);
    };
    if (terms.networks === null || !terms.networks.every(isWithin))
      throw new AppError(
        'forbidden',
        'This API key is restricted to networks and can only manage keys restricted to the same networks.',
      );
  }
  if (expiresAt !== null && (terms.expiresAt === null || terms.expiresAt > expiresAt))
    throw new AppError('forbidden', 'This API key expires and can only manage keys that expire no later.');
}
