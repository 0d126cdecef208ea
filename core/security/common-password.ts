import { COMMON_PASSWORDS } from './common-passwords.data.ts';

let common: ReadonlySet<string> | undefined;

/**
 * True for a password that leaked so often that it is among the first guesses (NIST SP 800-63B §3.1.1.2). Compared in
 * NFKC and lower case; no network is asked.
 */
export function isCommonPassword(password: string): boolean {
  common ??= new Set(COMMON_PASSWORDS.trim().split(/\s+/));
  return common.has(password.normalize('NFKC').toLowerCase());
}
