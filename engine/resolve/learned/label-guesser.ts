import { guessLabel, type LabelWeights, readLabelWeights } from './label-guess.ts';
import { LABEL_WEIGHTS } from './label-weights.data.ts';

/** Probability of each group of labels for a text. */
export type LabelGuesser = (text: string) => readonly number[];

let shipped: LabelWeights | undefined;

/** Returns a guesser that caches the result for each text. */
export function labelGuesser(): LabelGuesser {
  shipped ??= readLabelWeights(LABEL_WEIGHTS);
  const weights = shipped;
  const known = new Map<string, readonly number[]>();
  return (text) => {
    const guess = known.get(text) ?? guessLabel(text, weights);
    known.set(text, guess);
    return guess;
  };
}
