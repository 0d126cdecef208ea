import type { WithoutOrganization } from '../api/identity.ts';
import type { PendingStep } from '../api/second-factors.ts';

/** What a sign-in at a provider came to, where it did not simply lead on to a page. */
export type ProviderReturn =
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'one-more-step'; readonly pending: PendingStep; readonly returnTo: string }
  | { readonly kind: 'no-organization'; readonly waiting: WithoutOrganization; readonly returnTo: string };

type Method = PendingStep['methods'][number];
const METHODS: readonly Method[] = ['totp', 'passkey', 'recovery_code'];

type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
const ROUND = 'sign-in-at-provider';

/** Remembers, for this tab only, that a sign-in at a provider begins here. */
export function rememberRound(memory: Memory): void {
  memory.setItem(ROUND, 'begun');
}

/**
 * As `readProviderReturn`, but goes on with a sign-in only where this tab began the sign-in: else a link could lead a
 * person through the rest of somebody else's sign-in and into an account that is not theirs (login CSRF).
 */
export function takeProviderReturn(hash: string, memory: Memory): ProviderReturn | null {
  const back = readProviderReturn(hash);
  if (back === null) return null;
  const begun = memory.getItem(ROUND) !== null;
  memory.removeItem(ROUND);
  return back.kind !== 'refused' && !begun ? { kind: 'refused', code: 'provider_refused' } : back;
}

/**
 * Reads what the callback of a provider left behind `#`. Of an error only its code is taken: whoever makes a link could
 * write any sentence beside it, and this page would say it in our name.
 *
 * @param hash `location.hash`
 * @returns null when it holds nothing of that kind
 */
export function readProviderReturn(hash: string): ProviderReturn | null {
  const told = new URLSearchParams(hash.replace(/^#/, ''));
  const code = told.get('error');
  if (code !== null) return { kind: 'refused', code };
  const returnTo = told.get('return_to') ?? '';
  const join = told.get('join_token');
  if (join) return { kind: 'no-organization', waiting: { join_token: join, email: told.get('email') ?? '' }, returnTo };
  const token = told.get('mfa_token');
  if (token === null || token === '') return null;
  const methods = (told.get('methods') ?? '').split(',');
  return {
    kind: 'one-more-step',
    pending: {
      mfa_token: token,
      setup_required: told.get('setup') === 'true',
      methods: METHODS.filter((each) => methods.includes(each)),
    },
    returnTo,
  };
}
