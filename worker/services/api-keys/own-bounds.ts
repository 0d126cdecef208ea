import { AppError } from '#core/platform/errors';
import { isNetworkWithin, parseNetwork } from '#core/security/networks';
import type { SignedInContext } from '../context.ts';

/** What bounds a key beside its permissions. */
export interface KeyTerms {
  /** Networks in text form; null: it may be used from anywhere. */
  readonly networks: readonly string[] | null;
  /** Unix milliseconds; null: no end. */
  readonly expiresAt: number | null;
}

/**
 * A key that is bound to networks or has an end makes, replaces and changes only keys that are bound at least as
 * closely, itself included: whoever stole it gets no key that works elsewhere or longer. People are not bound so.
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
