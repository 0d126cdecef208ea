/** Levenshtein distance in code units; O(a·b) time, one row of memory. */
function editDistance(a: string, b: string): number {
  if (a === b) return 0;
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** Lower case without accents and punctuation, single spaces. */
function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `1 - distance / longer length` of the plain texts, in [0, 1]. */
export function textSimilarity(a: string, b: string): number {
  const left = plainText(a);
  const right = plainText(b);
  const longer = Math.max(left.length, right.length);
  return longer === 0 ? (a.trim() === b.trim() ? 1 : 0) : 1 - editDistance(left, right) / longer;
}

/** Edit distance per character of the truth, white space collapsed. */
export function characterErrorRate(read: string, truth: string): number {
  const collapsed = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const expected = collapsed(truth);
  return expected === '' ? 0 : editDistance(collapsed(read), expected) / expected.length;
}

/** ANLS (Biten et al., ICDAR 2019 ST-VQA): similarity, 0 under one half. */
export function anls(a: string, b: string): number {
  const similarity = textSimilarity(a, b);
  return similarity < 0.5 ? 0 : similarity;
}

/** F1 over the multiset of lower-case words, punctuation dropped. */
export function tokenF1(predicted: string, expected: string): number {
  const words = (text: string) =>
    plainText(text.replace(/[^\p{L}\p{N}\s]/gu, ' '))
      .split(' ')
      .filter(Boolean);
  const left = words(predicted);
  const remaining = words(expected);
  const expectedCount = remaining.length;
  let shared = 0;
  for (const word of left) {
    const at = remaining.indexOf(word);
    if (at < 0) continue;
    remaining.splice(at, 1);
    shared += 1;
  }
  return left.length + expectedCount === 0 ? 0 : (2 * shared) / (left.length + expectedCount);
}
