import { type Line, type PageLayout, unionBox } from '../layout/lines.ts';
import type { Word } from '../model.ts';
import {
  compositeHolds,
  fieldDigitHolds,
  MRZ_LAYOUTS,
  type MrzFormat,
  type MrzLayout,
  stretch,
} from '../validate/mrz.ts';

/** A machine-readable zone on a page, with characters corrected if their position allows only one reading. */
export interface MrzCandidate {
  readonly format: MrzFormat;
  readonly lines: readonly string[];
  /** As printed or recognised, without spaces. */
  readonly printed: readonly string[];
  readonly words: readonly (readonly Word[])[];
  /** Number of matching check digits. */
  readonly held: number;
  /** Characters were replaced until a check digit matched, so that digit no longer proves anything. */
  readonly repaired: boolean;
}

/** Shorter lines are not part of a zone; a recognised line may have lost this many of its characters. */
const MIN_LENGTH = 24;
const MAX_LOST = 6;
/** A zone with fewer matching check digits may be any line of capitals. */
const MIN_HELD = 2;
/** ... and a second line without its first needs all of its check digits. */
const MIN_HELD_ALONE = 4;
/** If a check digit does not match, fillers must show that the lines are a zone; every zone ends in some. */
const MIN_FILLERS = 4;
/** OCR adds characters that a zone does not contain; a line with more of them is in another alphabet. */
const MAX_FOREIGN_SHARE = 0.2;
/** Lines of a zone are within this many line heights of each other, and start within this share of their width. */
const MAX_LINE_GAP = 2.5;
const MAX_INDENT_SHARE = 0.2;

/**
 * Returns the zone with the most matching check digits on a page; undefined if there is none. In a document without
 * pages there is no misreading: every line must have its exact length and every check digit must match.
 */
export function findMrz(layout: PageLayout): MrzCandidate | undefined {
  const rows = layout.lines.flatMap((line) => rowOf(line) ?? []);
  const typed = layout.page.laid_out === true;
  let best: MrzCandidate | undefined;
  for (let at = 0; at < rows.length; at++) {
    for (const format of Object.keys(MRZ_LAYOUTS)) {
      if (!isFormat(format)) continue;
      const shape = MRZ_LAYOUTS[format];
      for (const taken of [rows.slice(at, at + shape.lines), withoutFirst(rows, at, shape)]) {
        if (!isZone(taken, format, shape) || !standTogether(taken)) continue;
        if (typed && taken.some(({ text }) => text.length !== shape.length)) continue;
        const candidate = straighten(format, shape, taken);
        const least = taken[0]?.text === '' ? MIN_HELD_ALONE : MIN_HELD;
        if (!allHold(candidate, shape) && (typed || fillersIn(candidate) < MIN_FILLERS)) continue;
        if (candidate.held >= least && candidate.held > (best?.held ?? 0)) best = candidate;
      }
    }
  }
  return best;
}

/** The second line of a zone whose first was not recognised: it contains the numbers and dates. */
function withoutFirst(rows: readonly Row[], at: number, { lines }: MrzLayout): readonly Row[] {
  return lines === 2 ? [{ text: '', words: [] }, ...rows.slice(at, at + 1)] : [];
}

/** Lines of the right number and length, the first of which starts with a travel document code. */
function isZone(rows: readonly Row[], format: MrzFormat, shape: MrzLayout): boolean {
  const [first, ...others] = rows;
  if (first === undefined || rows.length < shape.lines || others.some(({ text }) => !fits(text, shape))) return false;
  if (first.text === '') return !format.startsWith('mrv');
  const codes = format.startsWith('mrv') ? /^V/ : /^[PIAC]/;
  return codes.test(first.text) && fits(first.text, shape);
}

/** Stacked and left-aligned. */
function standTogether(rows: readonly Row[]): boolean {
  const boxes = rows.filter(({ words }) => words.length > 0).map(({ words }) => unionBox(words.map(({ box }) => box)));
  return boxes.every((box, index) => {
    const above = boxes[index - 1];
    if (above === undefined) return true;
    const near = box[1] - above[3] <= MAX_LINE_GAP * (above[3] - above[1]);
    return near && Math.abs(box[0] - above[0]) <= MAX_INDENT_SHARE * (above[2] - above[0]);
  });
}

function allHold({ lines, repaired }: MrzCandidate, shape: MrzLayout): boolean {
  const digits = Object.values(shape.fields).map((place) => fieldDigitHolds(lines, place));
  return !repaired && [...digits, compositeHolds(lines, shape)].every((holds) => holds !== false);
}

function fillersIn({ printed }: MrzCandidate): number {
  return printed.reduce((sum, text) => sum + (text.split('<').length - 1), 0);
}

function isFormat(text: string): text is MrzFormat {
  return text in MRZ_LAYOUTS;
}

interface Row {
  readonly text: string;
  readonly words: readonly Word[];
}

/** A line that looks like part of a zone: long, capitals and digits, hardly any spaces. */
function rowOf({ segments }: Line): Row | undefined {
  const words = segments.flatMap((segment) => segment.words);
  const raw = words
    .map((word) => word.text)
    .join('')
    .replace(/[«‹({[]/g, '<');
  if (raw.replace(/[A-Z0-9<]/g, '').length > MAX_FOREIGN_SHARE * raw.length) return undefined;
  const text = raw.toUpperCase().replace(/[^A-Z0-9<]/g, '');
  return text.length >= MIN_LENGTH && words.length <= text.length / 4 ? { text, words } : undefined;
}

function fits(text: string, { length }: MrzLayout): boolean {
  return text.length >= length - MAX_LOST && text.length <= length + MAX_LOST;
}

const TO_DIGIT: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  U: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
  H: '4',
};
const TO_LETTER: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '2': 'Z', '5': 'S', '6': 'G', '8': 'B' };

/**
 * The zone as read or, if its second line is one character too long, without the character whose removal yields most
 * matching check digits.
 */
function straighten(format: MrzFormat, shape: MrzLayout, rows: readonly Row[]): MrzCandidate {
  const asRead = setRight(format, shape, rows);
  const second = rows[1];
  if (second === undefined || second.text.length !== shape.length + 1) return asRead;
  const shorter = Array.from({ length: LAST_LOSS }, (_, at) => {
    const text = second.text.slice(0, at) + second.text.slice(at + 1);
    return setRight(format, shape, [...rows.slice(0, 1), { ...second, text }, ...rows.slice(2)]);
  });
  const best = shorter.reduce((a, b) => (rankOf(b, shape) > rankOf(a, shape) ? b : a), asRead);
  return best === asRead ? asRead : { ...best, repaired: true };
}

/** Number of matching digits; among equals, prefers a holder with the nationality of the issuing state, as is usual. */
function rankOf({ held, lines }: MrzCandidate, { fields }: MrzLayout): number {
  const nationality = fields.nationality === undefined ? '' : stretch(lines, fields.nationality);
  return held + ((lines[0] ?? '').slice(2, 5) === nationality ? 0.5 : 0);
}

/** After this position a line ends in fillers, whose number is corrected anyway. */
const LAST_LOSS = 28;

function setRight(format: MrzFormat, shape: MrzLayout, rows: readonly Row[]): MrzCandidate {
  const printed = rows.map(({ text }) => text);
  const lines = printed.map((text, index) => {
    const sized = index === shape.names.line ? text : resized(text, shape.length, index === 1 ? 1 : 0);
    return bySort(sized, index, shape);
  });
  const number = shape.fields.document_number;
  let repaired = false;
  const set = number && lines[number.line];
  if (number !== undefined && set !== undefined && fieldDigitHolds(lines, number) === false) {
    const text = repairedNumber(stretch(lines, number), set.charAt(number.digit ?? 0));
    if (text !== undefined) {
      lines[number.line] = set.slice(0, number.from) + text + set.slice(number.to);
      repaired = true;
    }
  }
  const digits = Object.values(shape.fields).filter((place) => fieldDigitHolds(lines, place) === true);
  // An empty range always matches a zero, which proves nothing.
  const telling = digits.filter((place) => /[A-Z1-9]/.test(stretch(lines, place)));
  const held = telling.length + (compositeHolds(lines, shape) === true ? 1 : 0);
  return { format, lines, printed, words: rows.map(({ words }) => words), held, repaired };
}

/**
 * Adjusts a line to its length by changing runs of fillers, where OCR loses count. The last `tail` characters are
 * fixed.
 */
function resized(text: string, length: number, tail: number): string {
  const end = text.slice(text.length - tail);
  const body = text.slice(0, text.length - tail);
  const run = [...body.matchAll(/[<KLCE]{2,}/g)].toSorted((a, b) => b[0].length - a[0].length)[0];
  if (run === undefined) return text;
  const missing = length - text.length;
  // No characters are missing, and letters between fillers are not misread ones: "CHE<<<<" is a state before fillers.
  if (missing === 0 && !/<[KLCE]+<|[KLCE]{4}/.test(body)) return text;
  const size = Math.max(0, run[0].length + missing);
  // A run of look-alikes that contains a filler consists of fillers only.
  const fillers = run[0].includes('<') || run[0].length > 4 ? '<'.repeat(size) : run[0];
  return body.slice(0, run.index) + fillers + body.slice(run.index + run[0].length) + end;
}

/** Replaces look-alikes: digits in numeric positions, letters in alphabetic ones. */
function bySort(text: string, line: number, { fields, length }: MrzLayout): string {
  const signs = [...text];
  const change = (from: number, to: number, table: Readonly<Record<string, string>>) => {
    for (let at = from; at < to; at++) signs[at] = table[signs[at] ?? ''] ?? signs[at] ?? '<';
  };
  for (const [name, place] of Object.entries(fields)) {
    if (place.line !== line) continue;
    if (name === 'birth_date' || name === 'expiry_date') change(place.from, place.to, TO_DIGIT);
    if (name === 'nationality') change(place.from, place.to, TO_LETTER);
    if (place.digit !== undefined) change(place.digit, place.digit + 1, TO_DIGIT);
  }
  if (line === 1 && fields.nationality !== undefined) change(length - 1, length, TO_DIGIT);
  if (line === 0) change(2, 5, TO_LETTER);
  return signs.join('');
}

/** Maximum number of letters before a serial number. */
const SERIES_LENGTH = 3;

/**
 * The only number within one replacement of look-alikes that matches the check digit; undefined if there is none or
 * several.
 */
function repairedNumber(text: string, digit: string): string | undefined {
  const holds = (number: string) => fieldDigitHolds([number + digit], { line: 0, from: 0, to: 9, digit: 9 }) === true;
  const found = new Set<string>();
  // A serial number: letters, followed by digits only.
  for (let letters = SERIES_LENGTH; letters >= 0; letters--) {
    const serial = [...text].map((sign, at) => (at < letters ? sign : (TO_DIGIT[sign] ?? sign))).join('');
    if (holds(serial) && /\d{4}/.test(serial)) return serial;
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    for (const other of [TO_DIGIT[sign], TO_LETTER[sign], /[KLC]/.test(sign) ? '<' : undefined]) {
      const changed = other === undefined ? text : text.slice(0, at) + other + text.slice(at + 1);
      if (changed !== text && holds(changed)) found.add(changed);
    }
  }
  return found.size === 1 ? [...found][0] : undefined;
}
