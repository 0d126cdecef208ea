/** A letter that the line reader saw. */
export interface ReadLetter {
  readonly text: string;
  /** Its probability in [0, 1]. */
  readonly certainty: number;
  /** Where its middle stands, as a share of the picture's width. */
  readonly place: number;
}

/** Class number and letter, of the letters that are looked for; class 0 is "no letter". */
export type Alphabet = readonly (readonly [number, string])[];

/** Letters of Latin script, digits, and the marks of their print; the model also knows some thousand Chinese signs. */
const WANTED = /^[\p{Script=Latin}\x20-\x7e£€¥§°]$/u;

/**
 * The classes of the model's dictionary (one sign a line, class 1 is the first line, the class after the last line is
 * the space) that are wanted. Full-width forms count as the letters they show.
 */
export function alphabetOf(dictionary: string): Alphabet {
  const signs = dictionary.split(/\r?\n/);
  if (signs.at(-1) === '') signs.pop();
  return [...signs, ' '].flatMap((sign, index) => {
    const letter = sign.normalize('NFKC');
    return WANTED.test(letter) ? [[index + 1, letter] as const] : [];
  });
}

/**
 * Letters of a line by connectionist temporal classification (Graves et al., 2006), the best class at each step:
 * repeats without "no letter" between them are one letter. `probabilities` holds `classes` numbers a step.
 */
export function decodeLetters(probabilities: Float32Array, classes: number, alphabet: Alphabet): readonly ReadLetter[] {
  const steps = Math.floor(probabilities.length / classes);
  const letters: ReadLetter[] = [];
  let before = 0;
  for (let step = 0; step < steps; step++) {
    let best = 0;
    let certainty = probabilities[step * classes] ?? 0;
    let text = '';
    for (const [index, letter] of alphabet) {
      const probability = probabilities[step * classes + index] ?? 0;
      if (probability > certainty) [best, certainty, text] = [index, probability, letter];
    }
    if (best !== 0 && best !== before) letters.push({ text, certainty, place: (step + 0.5) / steps });
    before = best;
  }
  return letters;
}
