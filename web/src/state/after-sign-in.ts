/** Where a person lands when nothing else was asked for. */
const HOME = '/documents';
const ENTRANCES: readonly string[] = ['/login', '/sign-in', '/register'];

/**
 * The page to open after signing in, from the `next` parameter. Only paths of this application: an address that leads
 * elsewhere (an open redirect) is ignored, and so is the sign-in page itself.
 */
export function pageAfterSignIn(next: string | undefined): string {
  if (next === undefined || !next.startsWith('/') || next.startsWith('//') || next.includes('\\')) return HOME;
  const base = 'https://here.invalid';
  const url = URL.parse(next, base);
  if (!url || url.origin !== base) return HOME;
  return ENTRANCES.includes(url.pathname) ? HOME : `${url.pathname}${url.search}${url.hash}`;
}
