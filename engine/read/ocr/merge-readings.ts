import type { Box } from '#core/domain/result';
import type { RecognisedWord } from './recogniser.ts';

/** Two boxes show the same letters if they overlap by this share of the smaller one. */
const SAME_PLACE = 0.5;
/** Minimum confidence for words seen only in the second reading. */
const SURE_ALONE = 0.6;
/** Offset that keeps line numbers of the second reading distinct from those of the first. */
const SECOND_LINES = 100_000;

/**
 * Merges two readings of one image at different sizes: if they differ, the more confident one wins; if they agree, the
 * word gets the higher confidence. Both must use the same frame.
 */
export function mergeReadings(
  first: readonly RecognisedWord[],
  second: readonly RecognisedWord[],
): readonly RecognisedWord[] {
  const taken = new Set<RecognisedWord>();
  const merged = first.flatMap((word) => {
    const rivals = second.filter((other) => !taken.has(other) && sharedPart(word.box, other.box) > SAME_PLACE);
    const [rival] = rivals;
    if (rival === undefined) return [word];
    // A word of the second reading that spans several words of the first does not compete with any one of them.
    const covered = first.filter((other) => sharedPart(other.box, rival.box) > SAME_PLACE);
    for (const other of rivals) taken.add(other);
    if (covered.length > 1) return [word];
    if (rivals.length === 1 && rival.text === word.text) {
      return [{ ...word, confidence: Math.max(word.confidence, rival.confidence) }];
    }
    const sure = rivals.reduce((sum, { confidence }) => sum + confidence, 0) / rivals.length;
    return sure > word.confidence ? rivals.map((other) => ({ ...other, line: word.line })) : [word];
  });
  const alone = second.filter(
    (word) =>
      !taken.has(word) && word.confidence >= SURE_ALONE && !first.some(({ box }) => sharedPart(box, word.box) > 0.2),
  );
  return [...merged, ...alone.map((word) => ({ ...word, line: lineFor(word, first) }))];
}

/** The line of the first reading that passes through the word's centre. */
function lineFor(word: RecognisedWord, first: readonly RecognisedWord[]): number {
  const middle = (word.box[1] + word.box[3]) / 2;
  const neighbour = first.find(({ box }) => box[1] < middle && box[3] > middle);
  return neighbour?.line ?? SECOND_LINES + word.line;
}

function sharedPart(a: Box, b: Box): number {
  const across = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const down = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  if (across <= 0 || down <= 0) return 0;
  return (across * down) / Math.max(1e-6, Math.min(area(a), area(b)));
}

function area([x0, y0, x1, y1]: Box): number {
  return (x1 - x0) * (y1 - y0);
}
