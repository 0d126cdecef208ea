/** Where `npm start` serves unless told otherwise. */
const LOCAL_ADDRESS = 'http://localhost:8787';

/**
 * The origin that links in mails begin with. Never taken from a request: whoever sends a request chooses its host, and
 * a reset link with a foreign host hands its token to a stranger.
 * @returns an origin without a trailing slash; null in production when none is set
 * @throws RangeError when the value is no http(s) origin
 */
export function readPublicUrl(value: string | undefined, environment: string): string | null {
  if (value === undefined || value === '') return environment === 'production' ? null : LOCAL_ADDRESS;
  const url = URL.parse(value);
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && environment !== 'production');
  if (!url || !secure || url.origin !== value.replace(/\/$/, ''))
    throw new RangeError('PUBLIC_URL must be an origin such as https://app.example.com');
  return url.origin;
}
