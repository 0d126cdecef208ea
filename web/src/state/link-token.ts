/**
 * The token of a mailed link. It stands behind `#`, where it reaches no server and no other site.
 * @param hash `location.hash`
 */
export function linkToken(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? '';
}
