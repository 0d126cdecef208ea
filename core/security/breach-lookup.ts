import { sha1Hex } from './digest.ts';

/** k-anonymity: so much of the hash is told, and about a thousand candidates come back (Pwned Passwords range API). */
const PREFIX_LENGTH = 5;

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/**
 * Is the password on the list of leaked ones? Only the first five characters of its SHA-1 leave this machine; padding is
 * asked for, so that not even the length of the answer tells. @param url begin of the range addresses, with a slash
 * @throws Error when the list cannot be asked within `timeoutMs`; the caller decides what that means
 */
export async function isBreached(fetch: Fetch, url: string, password: string, timeoutMs: number): Promise<boolean> {
  const hash = (await sha1Hex(password)).toUpperCase();
  const response = await fetch(url + hash.slice(0, PREFIX_LENGTH), {
    headers: { 'add-padding': 'true' },
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.status !== 200) throw new Error(`the list of leaked passwords answered ${response.status}`);
  const rest = hash.slice(PREFIX_LENGTH);
  return (await response.text()).split(/\r?\n/).some((line) => {
    const [suffix, count] = line.split(':');
    // Padding has the count 0.
    return suffix === rest && Number(count) > 0;
  });
}
