import type { Segment } from '../layout/lines.ts';
import { spanOfText } from '../layout/lines.ts';
import type { Word } from '../model.ts';
import { type AmountReadings, readAmount } from '../normalise/amounts.ts';
import { UNITS_PER_ONE } from '../normalise/decimal.ts';
import type { AmountCandidate } from './candidate.ts';
import { CURRENCY_CODES, CURRENCY_SIGNS } from './currency.data.ts';

const SIGNS_AS_PRINTED = CURRENCY_SIGNS.map((entry) => entry.sign).toSorted((a, b) => b.length - a.length);
const SIGNS = SIGNS_AS_PRINTED.map((sign) => sign.replace(/[$.]/g, '\\$&'));
/**
 * First letters and signs of all currencies: a cheap test before the long list, since most numbers have no currency.
 */
const CURRENCY_STARTS = [...new Set([...SIGNS_AS_PRINTED, ...CURRENCY_CODES].map((sign) => sign.charAt(0)))]
  .map((sign) => sign.replace('$', '\\$'))
  .join('');
const CURRENCY = `(?=[${CURRENCY_STARTS}])(?:${SIGNS.join('|')}|${[...CURRENCY_CODES].join('|')})`;
const NUMBER =
  "\\d{1,3}(?:[.,'’\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d{1,4})?(?!\\d)|\\d{1,2}(?:,\\d{2})+,\\d{3}(?:\\.\\d{1,2})?(?!\\d)|\\d+(?:[.,]\\d{1,4})?|[.,]\\d{2}";
const AMOUNT = new RegExp(
  `(?=[\\d.,(\\-−–${CURRENCY_STARTS}])(?<![\\p{L}\\p{N}_/#@.,+]|[\\p{L}\\p{N}][-])(?<open>\\(\\s?|[-−–]\\s?)?(?:(?<before>${CURRENCY})\\s?)?(?<minus>[-−–]\\s?)?(?<number>${NUMBER})` +
    `(?:\\s?(?<after>${CURRENCY})(?!\\s?\\d|\\p{L}))?(?<close>\\s?\\)|-(?![\\p{L}\\p{N}])|\\s?CR(?!\\p{L}))?(?![\\p{L}\\p{N}_/:°]|[.,]\\d|[-][\\p{N}\\p{L}]|\\s?%)`,
  'gu',
);
/** A word gap wider than this share of the letter height separates two numbers rather than groups of thousands. */
const GROUP_GAP = 0.42;
/** In a monospaced font the space is as wide as a digit. */
const MONOSPACED_GAP = 0.7;
/** Minimum mean advance of digits and a decimal mark, as a share of the letter height, in a monospaced font. */
const MONOSPACED_ADVANCE = 0.58;

/**
 * Finds every amount of a segment: decimals, amounts with a currency, grouped and bare whole numbers. `taken` are text
 * ranges already read as something else (dates).
 */
export function findAmounts(
  segment: Segment,
  taken: readonly { readonly textStart: number; readonly textEnd: number }[],
): AmountCandidate[] {
  if (!/\d/.test(segment.text)) return [];
  const found: AmountCandidate[] = [];
  for (const match of withWideGaps(segment).matchAll(AMOUNT)) {
    const groups = match.groups ?? {};
    const textStart = match.index;
    const textEnd = textStart + match[0].trimEnd().length;
    if (taken.some((range) => textStart < range.textEnd && range.textStart < textEnd)) continue;
    const digits = groups['number'] ?? '';
    const readings = readAmount(digits.startsWith('.') || digits.startsWith(',') ? `0${digits}` : digits);
    if (readings.point === undefined && readings.comma === undefined) continue;
    const currency = groups['before'] ?? groups['after'];
    const close = groups['close']?.trim() ?? '';
    const opened = groups['open']?.trim() ?? '';
    const negative =
      (opened === '(' && close === ')') ||
      (opened !== '' && opened !== '(') ||
      groups['minus'] !== undefined ||
      close === '-' ||
      close === 'CR';
    const { start, end } = spanOfText(segment, textStart, textEnd);
    found.push({
      kind: 'amount',
      segment,
      start,
      end,
      textStart,
      textEnd,
      text: segment.text.slice(textStart, textEnd),
      negative,
      readings,
      currency,
      form: formOf(digits, readings, currency),
    });
  }
  return found;
}

function formOf(digits: string, readings: AmountReadings, currency: string | undefined): AmountCandidate['form'] {
  if (/[.,]\d{2}$/.test(digits)) return 'decimal';
  if (currency !== undefined) return 'currency';
  if (/[.,'’ \u00a0\u202f]\d{3}$/.test(digits))
    return readings.certain === 'open' || isWhole(readings) ? 'grouped' : 'bare';
  return 'bare';
}

function isWhole(readings: AmountReadings): boolean {
  return (readings.point ?? 0) % UNITS_PER_ONE === 0;
}

/** The segment's text with a tab in place of each wide gap: offsets are unchanged, but no number spans a gap. */
function withWideGaps(segment: Segment): string {
  let text = segment.text;
  for (let i = 1; i < segment.words.length; i++) {
    const previous = segment.words[i - 1];
    const word = segment.words[i];
    const offset = segment.offsets[i];
    if (previous === undefined || word === undefined || offset === undefined) continue;
    // `000,00` is not a number by itself: it can only continue the previous one.
    if (/^0\d\d(?:[.,]\d|$)/.test(word.text)) continue;
    const limit = isMonospaced(word) ? MONOSPACED_GAP : GROUP_GAP;
    if (word.box[0] - previous.box[2] > limit * Math.max(word.size, 1)) {
      text = `${text.slice(0, offset - 1)}\t${text.slice(offset)}`;
    }
  }
  return text;
}

/** `373,37` is as wide as six digits only if the comma is as wide as a digit. Recognised words have no exact width. */
function isMonospaced({ text, box, size, confidence }: Word): boolean {
  if (confidence !== undefined || !/^\d{3}(?:[.,]\d{3})*[.,]\d{2}$/.test(text)) return false;
  return (box[2] - box[0]) / text.length > MONOSPACED_ADVANCE * Math.max(size, 1);
}
