import type { Word } from '../model.ts';
import { formatUnits, readAmount } from '../normalise/amounts.ts';
import { findDates } from '../normalise/dates.ts';
import type { BoxRow } from './form-boxes.ts';

/** A value in a box of a form, with its words. */
export interface BoxValue {
  readonly value: string;
  readonly words: readonly Word[];
}

/** Characters that OCR reads from box lines beside a value. */
const EDGES = /^[|[\](){};:_]+|(?<![|[\](){};:_.,/%$])[|[\](){};:_.,/%$]+$/g;
const AMOUNT = /^-?\$?-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{2})?$/;
/** A gap of more letter heights ends the text of a box, since the neighbouring box may have no caption. */
const TEXT_GAP = 4;

/**
 * The amount of a box. Preference: one after a `$`, then one with cents, then a bare number; the topmost among equals.
 */
export function amountIn(rows: readonly BoxRow[]): BoxValue | undefined {
  let best: { readonly value: BoxValue; readonly rank: number } | undefined;
  for (const row of rows) {
    row.forEach((word, index) => {
      const cents = row[index + 1];
      const split = cents !== undefined && isCentsOf(word, cents);
      const whole = word.text.replace(EDGES, '');
      // OCR reads the thousands comma as a point: "654.321.00".
      const points = /^-?\$?-?\d{1,3}(?:[.,]\d{3})+\.\d{2}$/.test(whole) ? withCommas(whole) : whole;
      const text = split ? `${whole.replace(/\./g, ',')}.${cents.text.slice(0, 2)}` : points;
      if (!AMOUNT.test(text)) return;
      const units = readAmount(text.replace(/[$-]/g, '')).point;
      if (units === undefined) return;
      const signed = text.includes('-') ? -units : units;
      const behindSign = text.includes('$') || row[index - 1]?.text.endsWith('$') === true;
      const rank = (behindSign ? 2 : 0) + (/\.\d{2}$|,/.test(text) ? 1 : 0);
      // One or two digits alone are the number of a neighbouring box; a number among words belongs to the words.
      if (rank === 0 && (text.length < 3 || row.length > 1)) return;
      const words = split ? [word, cents] : [word];
      if (best === undefined || rank > best.rank) best = { value: { value: formatUnits(signed), words }, rank };
    });
  }
  return best?.value;
}

function withCommas(text: string): string {
  return `${text.slice(0, -3).replace(/\./g, ',')}${text.slice(-3)}`;
}

/** Recognised cents may be separated from their amount: `852 00`. */
function isCentsOf(word: Word, cents: Word): boolean {
  const close = cents.box[0] - word.box[2] < word.size;
  return close && /^[$]?\d{1,3}(?:[.,]\d{3})*$/.test(word.text) && /^\d{2}(?!\d)/.test(cents.text.replace(EDGES, ''));
}

/** Reads a date, month first, as on all forms of the United States. */
export function dateIn(rows: readonly BoxRow[]): BoxValue | undefined {
  for (const row of rows) {
    const date = findDates(textOf(row)).at(0);
    const value = date?.monthFirst ?? date?.dayFirst;
    if (value !== undefined) return { value, words: row };
  }
  return undefined;
}

const TIN = /^(?:[\dX*]{3}-[\dX*]{2}-[\dX*]{4}|[\dX*]{2}-[\dX*]{7}|[\dX*][\dX*-]{7,11}[\dX*])$/i;

/** Reads a taxpayer number (SSN, EIN, ITIN), masked or not; digits in single cells are joined. */
export function tinIn(rows: readonly BoxRow[]): BoxValue | undefined {
  for (const row of rows) {
    const whole = row.find((word) => TIN.test(clean(word.text)));
    if (whole !== undefined) return { value: clean(whole.text), words: [whole] };
    const joined = row.map(({ text }) => clean(text)).join('');
    if (/\d/.test(joined) && TIN.test(joined)) return { value: joined, words: row };
  }
  return undefined;
}

function clean(text: string): string {
  return text.replace(EDGES, '').replace(/[–—−]/g, '-');
}

/** Contains a digit, or is a code of one or two capitals. */
const IDENTIFIER = /^(?=.*\d)[A-Z0-9*][A-Z0-9*./-]*$|^[A-Z]{1,2}$/i;

/** The first word that could be an identifier: letters and digits in one run. */
export function identifierIn(rows: readonly BoxRow[]): BoxValue | undefined {
  for (const row of rows) {
    const word = row.find(({ text }) => IDENTIFIER.test(clean(text)));
    if (word !== undefined) return { value: clean(word.text), words: [word] };
  }
  return undefined;
}

/** One or two capitals: a code of box 12, a state. A single X is a check mark. */
export function lettersIn(rows: readonly BoxRow[]): BoxValue | undefined {
  for (const row of rows) {
    const word = row.find(({ text }) => /^(?!X$)[A-Z]{1,2}$/.test(clean(text)));
    if (word !== undefined) return { value: clean(word.text), words: [word] };
  }
  return undefined;
}

/** The text of one row, up to a gap wide enough to start a neighbouring box. */
export function textIn(rows: readonly BoxRow[]): BoxValue | undefined {
  const row = rows.map(upToGap).find((words) => isText(words));
  return row === undefined ? undefined : { value: textOf(row), words: row };
}

const PHONE_WORDS = /\b(?:phone|telephone|tel|fax)\b/i;

/** A taxpayer number ends an address, even if its own caption was lost. */
const NUMBER_LINE = /^(?:\d{2}-\d{7}|[\dX]{3}-[\dX]{2}-[\dX]{4})$/i;

/** All rows except telephone numbers, as one text. */
export function linesIn(rows: readonly BoxRow[]): BoxValue | undefined {
  const tin = rows.findIndex((row) => row.some(({ text }) => NUMBER_LINE.test(clean(text))));
  const kept = (tin < 0 ? rows : rows.slice(0, tin))
    .map(upToGap)
    .filter((row) => isText(row) && !PHONE_WORDS.test(textOf(row)) && !isPhone(textOf(row)));
  if (kept.length === 0) return undefined;
  return { value: kept.map(textOf).join(', '), words: kept.flat() };
}

function isPhone(text: string): boolean {
  return /^\+?[\d().\s-]{10,}$/.test(text) && text.replace(/\D/g, '').length >= 10;
}

function isText(row: BoxRow): boolean {
  return /[\p{L}\p{N}]/u.test(textOf(row));
}

function upToGap(row: BoxRow): BoxRow {
  const end = row.findIndex((word, index) => {
    const previous = row[index - 1];
    return previous !== undefined && word.box[0] - previous.box[2] > TEXT_GAP * Math.max(word.size, previous.size);
  });
  return end < 0 ? row : row.slice(0, end);
}

function textOf(row: BoxRow): string {
  return row
    .map(({ text }) => text)
    .join(' ')
    .replace(/^[|[\]_ ]+|(?<![|[\]_ ])[|[\]_ ]+$/g, '');
}
