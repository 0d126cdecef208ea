import type { Context } from 'hono';
import { AppError } from '#core/platform/errors';
import type { SessionMode } from './answer-sign-in.ts';
import type { AppEnv } from './application.ts';
import { refuseCrossSite } from './cross-site.ts';
import { refreshCookie } from './session-cookies.ts';

/**
 * Returns the refresh token from the body or, if absent, from the cookie. @throws AppError `unauthenticated`,
 * `cross_site_request`
 */
export function readRefreshToken(
  c: Context<AppEnv>,
  fromBody: string | undefined,
): { token: string; mode: SessionMode } {
  if (fromBody !== undefined) return { token: fromBody, mode: 'token' };
  const token = refreshCookie(c);
  if (token === undefined)
    throw new AppError('unauthenticated', 'A refresh token is required in the body or the cookie.');
  refuseCrossSite(c.get('context'), c.req.raw, true);
  return { token, mode: 'cookie' };
}
