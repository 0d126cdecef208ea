/**
 * Contradictions at a value: what tells a wrong value that reads well from a right one. Measured on documents that no
 * rule was fitted to; the type, the language and the share of known words of a document tell nothing.
 */
export type Signal =
  /** Words that are neither label nor value stand between the two. */
  | 'words_between'
  /** The label is the end of a longer caption. */
  | 'tail_of_caption'
  /** Another value was found under a label of the field. */
  | 'alternative'
  /** ... and a third one. */
  | 'alternatives'
  /** A number of a document with four signs or fewer. */
  | 'short_number'
  /** The value was cut out of a longer word. */
  | 'cut_out'
  /** A party that no caption names. */
  | 'no_caption'
  /** An address behind which the column goes on at once. */
  | 'goes_on';

/** Maximum probability by the number of signals; none leaves it as it is. */
const MOST_WITH: readonly number[] = [1, 0.75, 0.6, 0.4];

/** The most that an unproved value with these signals gets. */
export function mostWithSignals({ signals = [] }: { readonly signals?: readonly Signal[] }): number {
  return MOST_WITH[Math.min(signals.length, MOST_WITH.length - 1)] ?? 1;
}
