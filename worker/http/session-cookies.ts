import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/**
 * The browser's session: two HttpOnly cookies that scripts cannot read. `__Host-` binds them to this host over a
 * secure channel (browsers count localhost as secure); `SameSite=Strict` keeps other sites from sending them.
 */
const ACCESS = 'nc_access';
const REFRESH = 'nc_refresh';
const OPTIONS = { prefix: 'host', secure: true, httpOnly: true, sameSite: 'Strict', path: '/' } as const;

export interface SessionTokens {
  readonly accessToken: string;
  readonly accessSeconds: number;
  /** Absent: the one in the browser's hands stays. */
  readonly refreshToken?: string;
  readonly refreshSeconds: number;
}

export function setSessionCookies(c: Context, tokens: SessionTokens): void {
  setCookie(c, ACCESS, tokens.accessToken, { ...OPTIONS, maxAge: tokens.accessSeconds });
  if (tokens.refreshToken === undefined) return;
  setCookie(c, REFRESH, tokens.refreshToken, { ...OPTIONS, maxAge: tokens.refreshSeconds });
}

export function clearSessionCookies(c: Context): void {
  deleteCookie(c, ACCESS, OPTIONS);
  deleteCookie(c, REFRESH, OPTIONS);
}

/** Leaves the refresh cookie: whoever holds it can go on as themselves. */
export function clearAccessCookie(c: Context): void {
  deleteCookie(c, ACCESS, OPTIONS);
}

export const accessCookie = (c: Context): string | undefined => getCookie(c, ACCESS, 'host');
export const refreshCookie = (c: Context): string | undefined => getCookie(c, REFRESH, 'host');
