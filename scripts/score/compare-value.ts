import { withoutEnd } from '#engine/normalise/without-end';
import { anls, tokenF1 } from './text-similarity.ts';

export const VALUE_TYPES = ['amount', 'date', 'time', 'id', 'code', 'phone', 'mrz', 'name', 'text', 'address'] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

/** Minimum scores at which a text counts as correct (corpus README, Scoring). */
const TEXT_RIGHT_FROM = 0.9;
const ADDRESS_RIGHT_FROM = 0.8;

const PHONE_TAIL_DIGITS = 7;

export interface Comparison {
  readonly right: boolean;
  /** In [0, 1]: ANLS for texts, token F1 for addresses, else 0 or 1. */
  readonly score: number;
}

export interface CompareOptions {
  /** The source's text has no spaces between words, so spaces are removed on both sides. */
  readonly withoutSpaces?: boolean;
}

const exactly = (right: boolean): Comparison => ({ right, score: right ? 1 : 0 });

/** A decimal in any usual notation as a canonical string, or undefined when it is not a number. */
export function canonicalAmount(text: string): string | undefined {
  let digits = text.replace(/[^\d.,\-()]/g, '');
  const negative = digits.startsWith('-') || digits.endsWith('-') || /^\(.*\)$/.test(digits);
  digits = digits.replace(/[^\d.,]/g, '');
  const lastPoint = digits.lastIndexOf('.');
  const lastComma = digits.lastIndexOf(',');
  const decimal = lastComma > lastPoint && digits.length - lastComma - 1 !== 3 ? ',' : '.';
  const plain = digits
    .split(decimal === ',' ? '.' : ',')
    .join('')
    .replace(',', '.');
  const number = Number(plain);
  if (plain === '' || plain === '.' || Number.isNaN(number)) return undefined;
  const canonical = withoutEnd(withoutEnd(number.toFixed(6), '0'), '.');
  return negative && number !== 0 ? `-${canonical}` : canonical;
}

const alphanumeric = (text: string) => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

function compareTime(predicted: string, expected: string): boolean {
  const minutes = (text: string) => /^(\d{1,2}):(\d{2})/.exec(text.trim());
  const left = minutes(predicted);
  const right = minutes(expected);
  return left !== null && right !== null && Number(left[1]) === Number(right[1]) && left[2] === right[2];
}

function comparePhone(predicted: string, expected: string): boolean {
  const left = predicted.replace(/\D/g, '');
  const right = expected.replace(/\D/g, '');
  if (left === '' || right === '') return false;
  const longEnough = left.length >= PHONE_TAIL_DIGITS && right.length >= PHONE_TAIL_DIGITS;
  return left === right || (longEnough && left.slice(-PHONE_TAIL_DIGITS) === right.slice(-PHONE_TAIL_DIGITS));
}

function compareMrz(predicted: string, expected: string): boolean {
  const lines = (text: string) => text.split('\n').map((line) => line.replace(/\s/g, ''));
  return lines(predicted).join('\n') === lines(expected).join('\n');
}

/** Compares one returned value with one true value by the rule of its type. Pure; never throws. */
export function compareValue(
  type: ValueType,
  predicted: string,
  expected: string,
  options: CompareOptions = {},
): Comparison {
  switch (type) {
    case 'amount': {
      const left = canonicalAmount(predicted);
      return exactly(left !== undefined && left === canonicalAmount(expected));
    }
    case 'date':
      return exactly(predicted.trim() === expected.trim());
    case 'time':
      return exactly(compareTime(predicted, expected));
    case 'id':
    case 'code':
      return exactly(alphanumeric(predicted) !== '' && alphanumeric(predicted) === alphanumeric(expected));
    case 'phone':
      return exactly(comparePhone(predicted, expected));
    case 'mrz':
      return exactly(compareMrz(predicted, expected));
    case 'name':
    case 'text': {
      const dropSpaces = (text: string) => (options.withoutSpaces ? text.replace(/\s/g, '') : text);
      const score = anls(dropSpaces(predicted), dropSpaces(expected));
      return { score, right: score >= TEXT_RIGHT_FROM };
    }
    case 'address': {
      // Without spaces an address is one token, so its letters are compared instead.
      const score = options.withoutSpaces
        ? anls(predicted.replace(/\s/g, ''), expected.replace(/\s/g, ''))
        : tokenF1(predicted, expected);
      return { score, right: score >= ADDRESS_RIGHT_FROM };
    }
  }
}

/** The best comparison over the true value and its accepted variants. */
export function compareAny(
  type: ValueType,
  predicted: string,
  expected: readonly string[],
  options: CompareOptions = {},
): Comparison {
  let best: Comparison = { right: false, score: 0 };
  for (const value of expected) {
    const comparison = compareValue(type, predicted, value, options);
    if (comparison.score > best.score || (comparison.right && !best.right)) best = comparison;
  }
  return best;
}
