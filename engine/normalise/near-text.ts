/** Digits that OCR reads in place of letters, and those letters. */
const LETTER_OF_DIGIT: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '5': 's',
  '6': 'b',
  '8': 'b',
  $: 's',
  '|': 'i',
};

/** Folded text with digits and strokes replaced by the letters they resemble: `t0tal` gives `total`. */
export function lettersForDigits(folded: string): string {
  return folded.replace(/[01568$|]/g, (sign) => LETTER_OF_DIGIT[sign] ?? sign);
}

/** True if the edit distance of `a` and `b` (Levenshtein) is at most `most`. */
export function isWithinEdits(a: string, b: string, most: number): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > most) return false;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const changed = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const edits = Math.min(changed, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      row.push(edits);
      least = Math.min(least, edits);
    }
    if (least > most) return false;
    previous = row;
  }
  return (previous[b.length] ?? 0) <= most;
}
