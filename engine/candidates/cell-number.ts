import type { Word } from '../model.ts';
import { type DecimalMark, readAmount } from '../normalise/amounts.ts';
import type { Units } from '../normalise/decimal.ts';
import { withoutEnd } from '../normalise/without-end.ts';

/** A number in a table cell and the words it was read from. */
export interface CellNumber {
  /** The reading under the document's decimal mark. */
  readonly value: Units;
  /** The other reading of the same digits, if the marks are ambiguous. */
  readonly other?: Units;
  readonly words: readonly Word[];
  /** The words' text, as printed. */
  readonly text: string;
  readonly percent: boolean;
  /** Has a decimal part, a currency sign or a plus or minus sign: formatted like money. */
  readonly moneyLike: boolean;
}

const CURRENCY = '(?:[€$£¥₹]|EUR|USD|GBP|CHF|SGD|MYR|RM|Rs\\.?|DEM|PLN|SEK|DKK|NOK|CZK|HUF|RON|S\\$|US\\$|kr|zł)';
const NUMBER = new RegExp(
  `^(?<open>\\()?(?<sign>[-–−+])?\\s*(?:(?<currency>${CURRENCY})\\s*)?(?<inner>[-–−])?(?<digits>\\d[\\d.,'’\u00a0\u202f]*)(?:[^\\S\u00a0\u202f]\\s*)?(?<tail>-|%)?(?<after>${CURRENCY}|CR|DR|[A-Z]{1,2})?(?:-)?(?<close>\\))?[*]?$`,
  'i',
);
/** `$(300.00)`: the currency before the parentheses that make the amount negative. */
const CURRENCY_OUTSIDE = new RegExp(`^(${CURRENCY})\\s?\\(`, 'i');
const IS_CURRENCY = new RegExp(`^${CURRENCY}$`, 'i');
const IS_PREFIX = new RegExp(`^(?:[-–−+]|${CURRENCY}|[-–−+]${CURRENCY})$`, 'i');
const IS_SUFFIX = new RegExp(`^(?:${CURRENCY}|CR|DR)$`, 'i');
const SPACED_THOUSANDS = /^\d{3}(?:[.,]\d{2,4})?$/;

/** Every number among the words of a cell, in order. Thousands groups separated by a space form one number. */
export function cellNumbers(words: readonly Word[], mark: DecimalMark): CellNumber[] {
  const numbers: CellNumber[] = [];
  for (let at = 0; at < words.length; ) {
    const length = numberLength(words, at);
    const slice = words.slice(at, at + Math.max(length, 1));
    const number = length > 0 ? toNumber(slice, mark) : undefined;
    if (number !== undefined) numbers.push(withUnit(number, words, at + length));
    at += Math.max(length, 1);
  }
  return numbers;
}

/** A separate `%`, currency or minus after the number belongs to it. */
function withUnit(number: CellNumber, words: readonly Word[], behind: number): CellNumber {
  const next = words[behind]?.text ?? '';
  if (next === '%') return { ...number, percent: true };
  return IS_CURRENCY.test(next) ? { ...number, moneyLike: true } : number;
}

function numberLength(words: readonly Word[], at: number): number {
  const first = words[at];
  if (first === undefined || !/\d/.test(first.text)) {
    const sign = first !== undefined && IS_PREFIX.test(first.text);
    const next = sign ? numberLength(words, at + 1) : 0;
    return sign && next > 0 && /^\D*$/.test(first.text) ? next + 1 : 0;
  }
  let length = 1;
  if (/^[-–−+(]?\D{0,3}\d{1,3}$/.test(first.text)) {
    while (SPACED_THOUSANDS.test(words[at + length]?.text ?? '') && isClose(words[at + length - 1], words[at + length]))
      length += 1;
    // `20 100` may be a quantity and a price; only a decimal part makes it one number.
    const last = words[at + length - 1]?.text ?? '';
    if (length > 1 && !/[.,]\d{2,4}$/.test(last)) length = 1;
  }
  return length;
}

function isClose(a: Word | undefined, b: Word | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return b.box[0] - a.box[2] < 0.5 * Math.max(a.size, b.size);
}

function toNumber(words: readonly Word[], mark: DecimalMark): CellNumber | undefined {
  const text = words.map((word) => word.text).join(' ');
  const groups = NUMBER.exec(text.replace(/(\d) (?=\d{3})/g, '$1').replace(CURRENCY_OUTSIDE, '($1'))?.groups;
  if (groups === undefined) return undefined;
  const digits = withoutEnd(groups['digits'] ?? '', ".,'’");
  const letters = groups['after'] ?? '';
  // `6,50TI` is an amount with a tax rate code, `30TB` is not a number.
  if (/^[A-Z]{1,2}$/i.test(letters) && !IS_SUFFIX.test(letters) && !/[.,]\d{2}$/.test(digits)) return undefined;
  const readings = readAmount(digits);
  const chosen = mark === 'comma' ? readings.comma : readings.point;
  if (chosen === undefined) return undefined;
  const negative =
    /[-–−]/.test(groups['sign'] ?? '') ||
    groups['inner'] !== undefined ||
    groups['tail'] === '-' ||
    /^DR$/i.test(groups['after'] ?? '') ||
    (groups['open'] !== undefined && groups['close'] !== undefined);
  const other = mark === 'comma' ? readings.point : readings.comma;
  const signed = (units: Units) => (negative ? -units : units);
  return {
    value: signed(chosen),
    ...(readings.certain === 'open' && other !== undefined && { other: signed(other) }),
    words,
    text,
    percent: groups['tail'] === '%',
    moneyLike:
      groups['currency'] !== undefined || groups['after'] !== undefined || /[.,]\d{2}$/.test(digits) || negative,
  };
}

/** The decimal mark used by most of the numbers; `point` if they use none. */
export function majorityMark(words: readonly Word[]): DecimalMark {
  let comma = 0;
  let point = 0;
  for (const word of words) {
    const digits = /\d[\d.,'’]*\d/.exec(word.text)?.[0];
    if (digits === undefined) continue;
    if (/,\d{2}$/.test(digits) || /\.\d{3},/.test(digits)) comma += 1;
    else if (/\.\d{2}$/.test(digits) && !/\d\.\d{2}\.\d/.test(digits)) point += 1;
  }
  return comma > point ? 'comma' : 'point';
}
