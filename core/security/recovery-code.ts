import { sha256Hex } from './digest.ts';

/** Crockford's base 32: no letter that is read as a digit. 16 characters are 80 bits, beyond guessing offline too. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 16;
const GROUP = 4;

/** Codes for the day the second factor is lost, `xxxx-xxxx-xxxx-xxxx`; each works once. */
export function newRecoveryCodes(count: number): readonly string[] {
  return Array.from({ length: count }, () => {
    const random = crypto.getRandomValues(new Uint8Array(LENGTH));
    const text = Array.from(random, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
    return (text.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
  });
}

/** The form at rest, bound to its person. What people type otherwise (capitals, spaces, o for 0, l for 1) is the same code. */
export function recoveryCodeHash(userId: string, code: string): Promise<string> {
  const plain = code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
  return sha256Hex(`recovery:${userId}:${plain}`);
}
