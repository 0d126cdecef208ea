import { linkToken } from './link-token.ts';

type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
const STORAGE_KEY = 'invitation-token';

/**
 * The token of the invitation open in this tab: from the link, or from the tab's storage after sign-in. It never goes into
 * a URL outside the fragment, which would reach servers and logs.
 *
 * @param hash `location.hash`
 */
export function openInvitation(hash: string, memory: Memory): string {
  const token = linkToken(hash);
  if (token === '') return memory.getItem(STORAGE_KEY) ?? '';
  memory.setItem(STORAGE_KEY, token);
  return token;
}

/** Call when the invitation has been accepted. */
export function forgetInvitation(memory: Memory): void {
  memory.removeItem(STORAGE_KEY);
}
