import type { Word } from '#engine/model';

/** A row of recognised words that may be a line of a machine-readable zone, in pixels of the straightened page. */
export interface ZoneSeed {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  /** How many signs were recognised in it. */
  readonly signs: number;
}

/** Shorter rows are no line of a zone, whatever was lost of them. */
const MIN_SIGNS = 18;
/** Words of a line of a zone are long: fillers leave no blanks. */
const MIN_WORD = 6;
/** Share of signs that are capitals, digits or fillers, or what a recogniser makes of fillers. */
const MIN_SHARE = 0.8;
/** A page has few such rows; more are a table in capitals. */
const MAX_SEEDS = 6;

/** Rows of capitals, digits and fillers without blanks, from the bottom of the page, where zones stand. */
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

/** On one line: boxes of badly read words are too high, so the width of a sign is the measure. */
function isBeside(one: Word, other: Word): boolean {
  const pitch = Math.min(...[one, other].map(({ box, text }) => (box[2] - box[0]) / text.length));
  return Math.abs(middleOf(one) - middleOf(other)) < pitch;
}

function middleOf({ box }: Word): number {
  return (box[1] + box[3]) / 2;
}
