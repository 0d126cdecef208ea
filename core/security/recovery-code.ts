import { sha256Hex } from './digest.ts';

/**
 * Crockford's base 32, without letters that resemble digits. 16 characters are 80 bits, which also resists offline
 * guessing.
 */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 16;
const GROUP = 4;

/** Returns single-use codes for users who lose their second factor, `xxxx-xxxx-xxxx-xxxx`. */
export function newRecoveryCodes(count: number): readonly string[] {
  return Array.from({ length: count }, () => {
    const random = crypto.getRandomValues(new Uint8Array(LENGTH));
    const text = Array.from(random, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
    return (text.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
  });
}

/**
 * Returns the stored hash, bound to the user. Variants people type (capitals, spaces, o for 0, l for 1) give the same
 * hash.
 */
export function recoveryCodeHash(userId: string, code: string): Promise<string> {
  const plain = code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
  return sha256Hex(`recovery:${userId}:${plain}`);
}
