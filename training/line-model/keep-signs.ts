import type { Layer } from './fold-model.ts';

/** Letters of Latin script, digits, and the marks of their print; the model also knows some thousand Chinese signs. */
const WANTED = /^[\p{Script=Latin}\x20-\x7e£€¥§°]$/u;

/**
 * The classifier for the wanted signs alone. In the dictionary (one sign a line) class 1 is the first line, the class
 * after the last line is the space. Full-width forms count as the letters they show, so that a sign may stand twice.
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
