/** A letter recognised by the line reader. */
export interface ReadLetter {
  readonly text: string;
  /** Probability in [0, 1]. */
  readonly certainty: number;
  /** Position of its centre, as a share of the image's width. */
  readonly place: number;
}

/**
 * Decodes the letters of a line by connectionist temporal classification (Graves et al., 2006), taking the best class
 * at each step: repeats without "no letter" between them are one letter. `scores` holds `classes` logits per step;
 * class 0 is "no letter", class n the n-th of `signs`, and classes beyond `signs` are ignored. A character may have
 * several classes.
 */
export function decodeLetters(scores: Float32Array, classes: number, signs: readonly string[]): readonly ReadLetter[] {
  const steps = Math.floor(scores.length / classes);
  const letters: ReadLetter[] = [];
  let before = 0;
  for (let step = 0; step < steps; step++) {
    const own = scores.subarray(step * classes, step * classes + signs.length + 1);
    let best = 0;
    for (let index = 1; index < own.length; index++) if ((own[index] ?? 0) > (own[best] ?? 0)) best = index;
    if (best !== 0 && best !== before) {
      const text = signs[best - 1] ?? '';
      letters.push({ text, certainty: probability(own, best), place: (step + 0.5) / steps });
    }
    before = best;
  }
  return letters;
}

/** Softmax probability of the class with the highest score. */
function probability(scores: Float32Array, best: number): number {
  const most = scores[best] ?? 0;
  return 1 / scores.reduce((sum, score) => sum + Math.exp(score - most), 0);
}
