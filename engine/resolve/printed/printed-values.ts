import type { Segment } from '../../layout/lines.ts';
import { readAmount } from '../../normalise/amounts.ts';
import { findDates } from '../../normalise/dates.ts';
import { toUnits } from '../../normalise/decimal.ts';
import { type Token, tokenise } from '../../normalise/fold-text.ts';

/** How to search for a known value on a page: by its meaning, not its spelling. */
export type SightingKind = PrintedKind | 'phrase';

/** Kinds whose print can be recognised without knowing the value. */
export type PrintedKind = 'amount' | 'date' | 'identifier';

/** A range of a segment's text that can be read as a value; `readings` are its possible canonical values. */
export interface PrintedValue {
  readonly from: number;
  readonly to: number;
  readonly readings: readonly string[];
}

/** Numbers with thousands groups, then without: `1 234,56` is one amount, `10 234,56` may be two. */
const AMOUNT_PATTERNS = [
  /(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f'’.,]\d{3})+(?:[.,]\d{1,4})?(?!\d)/g,
  /(?<![\d.,])\d+(?:[.,]\d{1,4})?(?![\d%]|[.,]\d)/g,
];
/** Blocks in the layout of IBANs, or letters and digits joined by the separators of identifiers. */
const BLOCKS_OR_TOKEN =
  /(?<blocks>[A-Z]{2}\d{2}[A-Z0-9]*(?: [A-Z0-9]{2,})+)(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:(?: ?[/-] ?|[._])[\p{L}\p{N}]+)*/gu;
const TOKEN = /[\p{L}\p{N}]+(?:(?: ?[/-] ?|[._])[\p{L}\p{N}]+)*/gu;
/** Length of an identifier printed in blocks; an IBAN has 15 to 34 characters. */
const BLOCK_LETTERS = { least: 10, most: 36 } as const;
/** The values of a kind in a segment. Amounts count only with two decimals: whole numbers are mostly something else. */
export function printedValues(segment: Segment, kind: PrintedKind): readonly PrintedValue[] {
  switch (kind) {
    case 'amount':
      return indexOfSegment(segment).amounts.filter(({ from, to }) => /[.,]\d\d$/.test(segment.text.slice(from, to)));
    case 'date':
      return indexOfSegment(segment).dates;
    case 'identifier':
      return identifiersOf(segment.text)
        .filter(([token]) => /\d/.test(token))
        .map(([token, from]) => ({ from, to: from + token.length, readings: [compact(token)] }));
  }
}

/**
 * All readings of a segment's text, computed once because every field of the invoice is searched for in every segment.
 */
export interface SegmentIndex {
  readonly tokens: readonly Token[];
  /** Letters and digits only, in upper case, and their positions in the text. */
  readonly letters: string;
  readonly offsets: readonly number[];
  readonly amounts: readonly PrintedValue[];
  readonly dates: readonly PrintedValue[];
}

const indexes = new WeakMap<Segment, SegmentIndex>();

export function indexOfSegment(segment: Segment): SegmentIndex {
  const known = indexes.get(segment);
  if (known !== undefined) return known;
  const { text } = segment;
  const hasDigit = /\d/.test(text);
  const index = {
    tokens: tokenise(text),
    ...lettersWithOffsets(text),
    amounts: hasDigit ? printedAmounts(text) : [],
    dates: hasDigit ? printedDates(text) : [],
  };
  indexes.set(segment, index);
  return index;
}

function printedAmounts(text: string): PrintedValue[] {
  return AMOUNT_PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const { point, comma } = readAmount(match[0]);
      const readings = [point, comma].filter((units) => units !== undefined).map(String);
      return { from: match.index, to: match.index + match[0].length, readings };
    }),
  );
}

function printedDates(text: string): PrintedValue[] {
  return findDates(text).map(({ start, end, dayFirst, monthFirst }) => ({
    from: start,
    to: end,
    readings: [dayFirst, monthFirst].filter((iso) => iso !== undefined),
  }));
}

/**
 * A value in the form of `readings`. Amounts lose their sign: credit notes may print it or only imply it in the title.
 */
export function canonical(kind: SightingKind, value: string): string {
  switch (kind) {
    case 'amount': {
      const units = toUnits(value);
      return units === undefined ? '' : String(Math.abs(units));
    }
    case 'identifier':
      return compact(value);
    case 'date':
    case 'phrase':
      return value;
  }
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

function lettersWithOffsets(text: string): { letters: string; offsets: number[] } {
  let letters = '';
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    if (LETTER_OR_DIGIT.test(character)) {
      const capital = character.toUpperCase();
      letters += capital;
      for (let unit = 0; unit < capital.length; unit++) offsets.push(offset);
    }
    offset += character.length;
  }
  return { letters, offsets };
}

/** Letters and digits only, in upper case. */
export function compact(text: string): string {
  return lettersWithOffsets(text).letters;
}

function identifiersOf(text: string): (readonly [token: string, from: number])[] {
  return [...text.matchAll(BLOCKS_OR_TOKEN)].flatMap((match) => {
    const blocks = match.groups?.['blocks'];
    const letters = blocks?.replaceAll(' ', '').length ?? BLOCK_LETTERS.least;
    if (letters >= BLOCK_LETTERS.least && letters <= BLOCK_LETTERS.most) return [[match[0], match.index] as const];
    return [...match[0].matchAll(TOKEN)].map((token) => [token[0], match.index + token.index] as const);
  });
}
