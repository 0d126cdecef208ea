/**
 * The token of a mailed link. It is in the fragment, which is not sent to servers or other sites.
 * @param hash `location.hash`
 */
export function linkToken(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? '';
}
