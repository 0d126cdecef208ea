import type { PageLayout, Segment } from '../../layout/lines.ts';
import type { Word } from '../../model.ts';
import type { FieldReading } from './form-field.ts';

/** An American address ends in a state and a postal code. */
const LAST_LINE = /^\p{Lu}[\p{L}.' -]+[,.]?\s?\p{Lu}{2}[,.]?\s?\d{5}(?:-\d{4})?$/u;
/** Lines of an address are aligned: tolerance of left edges and line steps, in letter heights. */
const ALIGNED = 1.5;
const MIN_STEP = 0.5;
const MAX_STEP = 2.6;
/** A name, a street, perhaps a second line of either, and the city. */
const MIN_LINES = 2;
const MAX_LINES = 5;
/** A half-read caption is no better evidence than its position. */
const SHARE = 0.6;

/**
 * Finds names and addresses of the two parties of an information return whose captions were not recognised: each is a
 * block of lines that ends in a city with its postal code; the payer's block is above the recipient's. `known` are the
 * words of parties already read.
 */
export function partiesByPlace(
  layout: PageLayout,
  captions: ReadonlySet<Word>,
  known: Readonly<Record<'payer' | 'recipient', readonly Word[]>>,
): readonly (readonly [name: string, value: FieldReading])[] {
  const segments = layout.lines.flatMap((line) => line.segments);
  const taken = new Set([...known.payer, ...known.recipient]);
  const blocks = segments
    .filter(({ text, words }) => LAST_LINE.test(text) && !words.some((word) => taken.has(word)))
    .map((last) => blockAbove(last, segments, captions))
    .filter((block) => block.length >= MIN_LINES);
  const wanted = (['payer', 'recipient'] as const).filter((party) => known[party].length === 0);
  // Blocks and parties cannot be matched when their numbers differ.
  if (wanted.length !== blocks.length) return [];
  return wanted.flatMap((party, index) => {
    const [name, ...address] = blocks[index] ?? [];
    if (name === undefined) return [];
    return [
      [`${party}_name`, reading([name])],
      [`${party}_address`, reading(address)],
    ] as const;
  });
}

function blockAbove(last: Segment, segments: readonly Segment[], captions: ReadonlySet<Word>): readonly Segment[] {
  const block = [last];
  while (block.length < MAX_LINES) {
    const top = block[0] ?? last;
    const gap = (other: Segment) => middleOf(top) - middleOf(other);
    const above = segments
      .filter((other) => gap(other) > MIN_STEP * top.size && gap(other) < MAX_STEP * top.size)
      .filter((other) => Math.abs(other.box[0] - top.box[0]) < ALIGNED * top.size)
      .toSorted((a, b) => gap(a) - gap(b))[0];
    if (above === undefined || !isOfBlock(above, captions)) break;
    block.unshift(above);
  }
  return block;
}

function isOfBlock({ text, words }: Segment, captions: ReadonlySet<Word>): boolean {
  const sure = words.every(({ confidence }) => confidence === undefined || confidence >= SURE);
  return sure && /^[\p{Lu}\d]/u.test(text) && !words.some((word) => captions.has(word));
}

/** Words below this confidence are captions or parts of an image. */
const SURE = 0.5;

function middleOf({ box }: Segment): number {
  return (box[1] + box[3]) / 2;
}

function reading(lines: readonly Segment[]): FieldReading {
  return { value: lines.map(({ text }) => text).join(', '), words: lines.flatMap(({ words }) => words), share: SHARE };
}
