import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/**
 * What binds a sign-in at a provider to the browser that began it. `Lax`, because the provider sends the browser back
 * from another site; it grants nothing by itself.
 */
const NAME = 'nc_provider';
const OPTIONS = { prefix: 'host', secure: true, httpOnly: true, sameSite: 'Lax', path: '/' } as const;

export function setProviderCookie(c: Context, secret: string, seconds: number): void {
  setCookie(c, NAME, secret, { ...OPTIONS, maxAge: seconds });
}

export const providerCookie = (c: Context): string | undefined => getCookie(c, NAME, 'host');

export function clearProviderCookie(c: Context): void {
  deleteCookie(c, NAME, OPTIONS);
}
