import type { WithoutOrganization } from '../api/identity.ts';
import type { PendingStep } from '../api/second-factors.ts';

/** The outcome of a sign-in at a provider, when it needs further steps or was refused. */
export type ProviderReturn =
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'one-more-step'; readonly pending: PendingStep; readonly returnTo: string }
  | { readonly kind: 'no-organization'; readonly waiting: WithoutOrganization; readonly returnTo: string };

type Method = PendingStep['methods'][number];
const METHODS: readonly Method[] = ['totp', 'passkey', 'recovery_code'];

type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
const STORAGE_KEY = 'sign-in-at-provider';

/** Records, for this tab only, that a sign-in at a provider was started. */
export function rememberProviderSignIn(memory: Memory): void {
  memory.setItem(STORAGE_KEY, 'started');
}

/**
 * Like `readProviderReturn`, but continues a sign-in only in the tab that started it. Otherwise a link could complete an
 * attacker's sign-in in the victim's browser (login CSRF).
 */
export function takeProviderReturn(hash: string, memory: Memory): ProviderReturn | null {
  const back = readProviderReturn(hash);
  if (back === null) return null;
  const started = memory.getItem(STORAGE_KEY) !== null;
  memory.removeItem(STORAGE_KEY);
  return back.kind !== 'refused' && !started ? { kind: 'refused', code: 'provider_refused' } : back;
}

/**
 * Parses what the provider callback put into the fragment. Of an error only the code is used, because anyone could
 * craft a link with their own text, which the page would display as its own.
 *
 * @param hash `location.hash`
 * @returns null if the fragment has no such content
 */
export function readProviderReturn(hash: string): ProviderReturn | null {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const code = parameters.get('error');
  if (code !== null) return { kind: 'refused', code };
  const returnTo = parameters.get('return_to') ?? '';
  const join = parameters.get('join_token');
  if (join)
    return { kind: 'no-organization', waiting: { join_token: join, email: parameters.get('email') ?? '' }, returnTo };
  const token = parameters.get('mfa_token');
  if (token === null || token === '') return null;
  const methods = (parameters.get('methods') ?? '').split(',');
  return {
    kind: 'one-more-step',
    pending: {
      mfa_token: token,
      setup_required: parameters.get('setup') === 'true',
      methods: METHODS.filter((each) => methods.includes(each)),
    },
    returnTo,
  };
}
