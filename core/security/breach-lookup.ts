import { sha1Hex } from './digest.ts';

/**
 * Characters of the hash that are sent. About a thousand candidates are returned (k-anonymity, Pwned Passwords range
 * API).
 */
const PREFIX_LENGTH = 5;

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/**
 * Returns whether the password is in the list of leaked passwords. Only the first five characters of its SHA-1 leave
 * this machine. Padding is requested so that the length of the response reveals nothing.
 * @param url prefix of the range URLs, with a trailing slash
 * @throws Error if the lookup does not succeed within `timeoutMs`; the caller decides how to proceed
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
    // Padding entries have a count of 0.
    return suffix === rest && Number(count) > 0;
  });
}
