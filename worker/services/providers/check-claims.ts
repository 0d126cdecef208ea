import type { IDToken } from 'oauth4webapi';

/** Maximum length of a subject in characters (OpenID Connect Core 1.0 §2). */
const MAX_SUBJECT = 255;
/** Maximum length of a name or address; RFC 5321 allows addresses of up to 320. */
const MAX_TEXT = 320;

/**
 * Checks that the library leaves to its caller: the token was issued to us (`azp`), to nobody else (`aud`), and has a
 * subject (OpenID Connect Core 1.0 §2 and §3.1.3.7, 3 to 5). @throws TypeError
 */
export function checkIdToken({ sub, aud, azp }: Pick<IDToken, 'sub' | 'aud' | 'azp'>, clientId: string): void {
  if (azp !== undefined && azp !== clientId) throw new TypeError('the ID token was issued to another client');
  const audiences = typeof aud === 'string' ? [aud] : aud;
  if (audiences.length === 0 || !audiences.every((each) => each === clientId))
    throw new TypeError('the ID token is for others, too');
  if (!/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(sub) || sub.length > MAX_SUBJECT)
    throw new TypeError('the ID token names no subject');
}

/** Returns a text claim of acceptable length; null otherwise. */
export const textClaim = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' && value.length <= MAX_TEXT ? value : null;
