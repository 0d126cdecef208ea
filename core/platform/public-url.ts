import { ConfigurationError } from '../domain/configuration-error.ts';
import { type Deployment, isForDevelopers } from './deployment.ts';

/** Where `npm start` serves unless told otherwise. */
const LOCAL_ADDRESS = 'http://localhost:8787';

/**
 * The origin that links in mails begin with. Never taken from a request: whoever sends a request chooses its host, and
 * a reset link with a foreign host hands its token to a stranger.
 * @returns an origin without a trailing slash; null when none is set, except on a developer's machine
 * @throws ConfigurationError when the value is no http(s) origin
 */
export function readPublicUrl(value: string | undefined, deployment: Deployment): string | null {
  if (value === undefined || value === '') return isForDevelopers(deployment) ? LOCAL_ADDRESS : null;
  const url = URL.parse(value);
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isForDevelopers(deployment));
  if (!url || !secure || url.origin !== value.replace(/\/$/, ''))
    throw new ConfigurationError('PUBLIC_URL', 'must be an origin such as https://app.example.com');
  return url.origin;
}
