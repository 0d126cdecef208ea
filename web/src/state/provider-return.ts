import type { PendingStep } from '../api/second-factors.ts';

/** What a sign-in at a provider came to, where it did not simply lead on to a page. */
export type ProviderReturn =
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'one-more-step'; readonly pending: PendingStep; readonly returnTo: string };

type Method = PendingStep['methods'][number];
const METHODS: readonly Method[] = ['totp', 'passkey', 'recovery_code'];

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
    returnTo: told.get('return_to') ?? '',
  };
}
