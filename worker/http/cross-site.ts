import { AppError } from '#core/platform/errors';
import type { RequestContext } from '../services/context.ts';
import { reportAnonymousRefusal } from '../services/report-anonymous-refusal.ts';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses and counts requests that another site makes a browser send (CSRF, login CSRF). Browsers always report the
 * source of a request: `Sec-Fetch-Site`, or `Origin` on anything but simple reads. Programs send neither and use bearer
 * tokens.
 *
 * @param mustTell true if the credential is a cookie: a missing origin is refused too
 * @throws AppError `cross_site_request`
 */
export function refuseCrossSite(context: RequestContext, request: Request, mustTell: boolean): void {
  if (isOwnSite(request, mustTell)) return;
  reportAnonymousRefusal(context, 'cross_site');
  throw new AppError('cross_site_request', 'Cross-site requests are not allowed.');
}

function isOwnSite(request: Request, mustTell: boolean): boolean {
  const upgrade = request.headers.get('upgrade') !== null;
  if (SAFE_METHODS.has(request.method) && !upgrade) return true;
  const origin = request.headers.get('origin');
  if (origin !== null) return origin === new URL(request.url).origin;
  const site = request.headers.get('sec-fetch-site');
  return site === null ? !mustTell : site === 'same-origin';
}
