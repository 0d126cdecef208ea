/** Where sign-in leads by default. */
const HOME = '/documents';
const SIGN_IN_PAGES: readonly string[] = ['/login', '/sign-in', '/register'];

/**
 * The page to open after sign-in, from the `next` parameter. Accepts paths of this application only, to prevent open
 * redirects, and ignores the sign-in pages themselves.
 */
export function pageAfterSignIn(next: string | undefined): string {
  if (next === undefined || !next.startsWith('/') || next.startsWith('//') || next.includes('\\')) return HOME;
  const base = 'https://here.invalid';
  const url = URL.parse(next, base);
  if (!url || url.origin !== base) return HOME;
  return SIGN_IN_PAGES.includes(url.pathname) ? HOME : `${url.pathname}${url.search}${url.hash}`;
}
