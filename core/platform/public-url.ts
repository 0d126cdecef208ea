import { ConfigurationError } from '../domain/configuration-error.ts';
import { type Deployment, isForDevelopers } from './deployment.ts';

/** Default address of `npm start`. */
const LOCAL_ADDRESS = 'http://localhost:8787';

/**
 * Reads the origin of links in emails. Never taken from a request: the sender of a request controls its host, and a
 * reset link with a foreign host would leak its token.
 * @returns an origin without a trailing slash; null if none is set, except in local development
 * @throws ConfigurationError if the value is not an http(s) origin
 */
export function readPublicUrl(value: string | undefined, deployment: Deployment): string | null {
  if (value === undefined || value === '') return isForDevelopers(deployment) ? LOCAL_ADDRESS : null;
  const url = URL.parse(value);
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isForDevelopers(deployment));
  if (!url || !secure || url.origin !== value.replace(/\/$/, ''))
    throw new ConfigurationError('PUBLIC_URL', 'must be an origin such as https://app.example.com');
  return url.origin;
}
