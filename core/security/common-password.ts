import { COMMON_PASSWORDS } from './common-passwords.data.ts';

let common: ReadonlySet<string> | undefined;

/**
 * Returns whether a password leaked so often that it is among the first guesses (NIST SP 800-63B §3.1.1.2). Compared in
 * NFKC and lower case, offline.
 */
export function isCommonPassword(password: string): boolean {
  common ??= new Set(COMMON_PASSWORDS.trim().split(/\s+/));
  return common.has(password.normalize('NFKC').toLowerCase());
}
