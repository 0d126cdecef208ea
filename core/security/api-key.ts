import { randomToken } from './digest.ts';

/** Every secret of ours is recognisable by its first characters (for people, and for secret scanners). */
export const API_KEY_PREFIX = 'nc_live_';
const SHOWN_CHARACTERS = 8;
const SECRET_BYTES = 32;

/** A new API key: 256 random bits behind the prefix; `shown` is the part that lists may display. */
export function newApiKey(): { readonly secret: string; readonly shown: string } {
  const secret = `${API_KEY_PREFIX}${randomToken(SECRET_BYTES)}`;
  return { secret, shown: secret.slice(0, API_KEY_PREFIX.length + SHOWN_CHARACTERS) };
}
