import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/**
 * The browser's session: two HttpOnly cookies, not readable by scripts. `__Host-` binds them to this host over a secure
 * channel (browsers treat localhost as secure); `SameSite=Strict` keeps other sites from sending them.
 */
const ACCESS = 'nc_access';
const REFRESH = 'nc_refresh';
const OPTIONS = { prefix: 'host', secure: true, httpOnly: true, sameSite: 'Strict', path: '/' } as const;

export interface SessionTokens {
  readonly accessToken: string;
  readonly accessSeconds: number;
  /** If absent, the browser keeps its current one. */
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

/** Keeps the refresh cookie, so that its holder can continue as themselves. */
export function clearAccessCookie(c: Context): void {
  deleteCookie(c, ACCESS, OPTIONS);
}

export const accessCookie = (c: Context): string | undefined => getCookie(c, ACCESS, 'host');
export const refreshCookie = (c: Context): string | undefined => getCookie(c, REFRESH, 'host');
