import type { Box } from '#core/domain/result';
import type { RecognisedWord } from './recogniser.ts';

/** Two boxes show the same letters when they share this much of the smaller one. */
const SAME_PLACE = 0.5;
/** What only the second reading sees is taken from this certainty on. */
const SURE_ALONE = 0.6;
/** Line numbers of the second reading that are new to the first. */
const SECOND_LINES = 100_000;

/**
 * Two readings of one picture at different sizes as one: where they differ, the surer wins; where they agree, the word
 * is as sure as the surer. Both must be in the same frame.
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
    // A word of the second reading that spans several of the first is no rival of one of them.
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

/** The line of the first reading that runs through the word's middle. */
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
