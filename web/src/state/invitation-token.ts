import { linkToken } from './link-token.ts';

type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
const KEPT = 'invitation-token';

/**
 * The token of the invitation that is open in this tab: from the link, or as kept while the person signed in. It is kept
 * in the tab and never put into an address: what stands there before `#` reaches servers and logs.
 *
 * @param hash `location.hash`
 */
export function openInvitation(hash: string, memory: Memory): string {
  const token = linkToken(hash);
  if (token === '') return memory.getItem(KEPT) ?? '';
  memory.setItem(KEPT, token);
  return token;
}

/** The invitation is accepted, or good for nothing. */
export function forgetInvitation(memory: Memory): void {
  memory.removeItem(KEPT);
}
