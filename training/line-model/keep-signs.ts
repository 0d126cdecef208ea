import type { Layer } from './fold-model.ts';

/** Latin letters, digits and punctuation; the model also knows thousands of Chinese characters. */
const WANTED = /^[\p{Script=Latin}\x20-\x7e£€¥§°]$/u;

/**
 * The classifier for the kept characters. In the dictionary (one character per line) class 1 is the first line, and the
 * class after the last line is the space. Full-width forms count as normal letters, so a character may occur twice.
 */
export function keepSigns(
  dictionary: string,
  { rows, width, weights, biases }: Layer,
): { signs: string[]; layer: Layer } {
  const all = dictionary.split(/\r?\n/);
  if (all.at(-1) === '') all.pop();
  const kept = [...all, ' '].slice(0, rows - 1).flatMap((sign, index) => {
    const letter = sign.normalize('NFKC');
    return WANTED.test(letter) ? [{ letter, row: index + 1 }] : [];
  });
  const from = [0, ...kept.map(({ row }) => row)];
  return {
    signs: kept.map(({ letter }) => letter),
    layer: {
      rows: from.length,
      width,
      weights: Float64Array.from(from.flatMap((row) => [...weights.subarray(row * width, (row + 1) * width)])),
      biases: Float64Array.from(from, (row) => biases[row] ?? 0),
    },
  };
}
