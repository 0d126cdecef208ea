/**
 * Characters not allowed in a line of text: control characters, line and paragraph separators, and bidirectional
 * overrides, which can make `exe.pdf` read as `fdp.exe`.
 */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Returns false for text with such characters, or with unpaired surrogates, which cannot be encoded in UTF-8. */
export const isPrintable = (text: string): boolean => text.isWellFormed() && text.search(UNPRINTABLE) < 0;

/** Removes such characters, composes to NFC and truncates to `maxLength` UTF-16 units. */
export function toPrintable(text: string, maxLength: number): string {
  const clean = text.toWellFormed().replace(UNPRINTABLE, '').normalize('NFC').trim();
  // Truncation may split a surrogate pair; remove the remaining half.
  return clean.slice(0, maxLength).replace(/[\ud800-\udbff]$/, '');
}
