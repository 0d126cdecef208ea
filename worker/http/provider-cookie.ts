import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/**
 * Cookie that binds a provider sign-in to the browser that started it. `Lax`, because the provider redirects from
 * another site. Grants nothing by itself.
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
