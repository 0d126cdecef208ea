import { randomToken } from './digest.ts';

/** Makes our keys recognizable to people and secret scanners. */
export const API_KEY_PREFIX = 'nc_live_';
const SHOWN_CHARACTERS = 8;
const SECRET_BYTES = 32;

/** Returns a new API key: 256 random bits after the prefix. `shown` is the part that lists may display. */
export function newApiKey(): { readonly secret: string; readonly shown: string } {
  const secret = `${API_KEY_PREFIX}${randomToken(SECRET_BYTES)}`;
  return { secret, shown: secret.slice(0, API_KEY_PREFIX.length + SHOWN_CHARACTERS) };
}
