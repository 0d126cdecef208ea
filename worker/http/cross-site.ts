import { AppError } from '#core/platform/errors';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Stops requests that another site makes a browser send (CSRF, login CSRF). A browser always tells where a request
 * comes from: `Sec-Fetch-Site`, or `Origin` on anything but a simple read. Programs send neither and use bearer tokens.
 *
 * @param mustTell true when a cookie is the credential: then silence about the origin is refused too.
 * @throws AppError `cross_site_request`
 */
export function refuseCrossSite(request: Request, mustTell: boolean): void {
  const upgrade = request.headers.get('upgrade') !== null;
  if (SAFE_METHODS.has(request.method) && !upgrade) return;
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (origin !== null) {
    if (origin !== new URL(request.url).origin) throw refused();
    return;
  }
  if (site !== null ? site !== 'same-origin' : mustTell) throw refused();
}

const refused = (): AppError => new AppError('cross_site_request', 'This request came from another site.');
