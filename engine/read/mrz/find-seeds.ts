import type { Word } from '#engine/model';

/** A row of recognised words that may be a line of a machine-readable zone, in pixels of the straightened page. */
export interface ZoneSeed {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  /** Number of characters recognised in it. */
  readonly signs: number;
}

/** A shorter row is not a line of a zone, even with characters lost. */
const MIN_SIGNS = 18;
/** Words in a zone line are long: fillers leave no blanks. */
const MIN_WORD = 6;
/** Minimum share of capitals, digits and fillers, or of characters that fillers are misread as. */
const MIN_SHARE = 0.8;
/** A page has few such rows; more are a table in capitals. */
const MAX_SEEDS = 6;

/**
 * Finds rows of capitals, digits and fillers without blanks, from the bottom of the page up, where zones are printed.
 */
export function findSeeds(words: readonly Word[]): readonly ZoneSeed[] {
  const long = words
    .filter(({ text }) => text.length >= MIN_WORD && shareOfSigns(text) >= MIN_SHARE)
    .toSorted((a, b) => middleOf(b) - middleOf(a));
  const rows: Word[][] = [];
  for (const word of long) {
    const row = rows.find(([first]) => first !== undefined && isBeside(first, word));
    if (row === undefined) rows.push([word]);
    else row.push(word);
  }
  return rows.flatMap(seedOf).slice(0, MAX_SEEDS);
}

function seedOf(row: readonly Word[]): ZoneSeed[] {
  const signs = row.reduce((sum, { text }) => sum + text.length, 0);
  const text = row.map((word) => word.text).join('');
  if (signs < MIN_SIGNS || !/[<«]|[KLC]{4}|\d{5}|[eE]{4}/.test(text)) return [];
  return [
    {
      left: Math.min(...row.map(({ box }) => box[0])),
      right: Math.max(...row.map(({ box }) => box[2])),
      middle: row.reduce((sum, word) => sum + middleOf(word), 0) / row.length,
      signs,
    },
  ];
}

function shareOfSigns(text: string): number {
  return text.replace(/[^A-Z0-9<«‹({ceko]/g, '').length / text.length;
}

/** On the same line: boxes of badly read words are too high, so distances are measured in character widths. */
function isBeside(one: Word, other: Word): boolean {
  const pitch = Math.min(...[one, other].map(({ box, text }) => (box[2] - box[0]) / text.length));
  return Math.abs(middleOf(one) - middleOf(other)) < pitch;
}

function middleOf({ box }: Word): number {
  return (box[1] + box[3]) / 2;
}
