/**
 * What belongs into no line of text: control characters, line and paragraph separators, and marks that reverse the
 * direction of what follows, so that `exe.pdf` reads as `fdp.exe`.
 */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** False for a text with such characters, or with half of a surrogate pair, which no UTF-8 file or header can carry. */
export const isPrintable = (text: string): boolean => text.isWellFormed() && text.search(UNPRINTABLE) < 0;

/** The text without such characters, in the composed form (NFC), at most this many UTF-16 units long. */
export function toPrintable(text: string, maxLength: number): string {
  const clean = text.toWellFormed().replace(UNPRINTABLE, '').normalize('NFC').trim();
  // A cut between the halves of a pair would leave one of them.
  return clean.slice(0, maxLength).replace(/[\ud800-\udbff]$/, '');
}
