import { toIso } from './calendar.ts';
import type { DateReading } from './date-reading.ts';
import { MONTH_NAMES, monthOfName } from './month-names.ts';
import { isWithinEdits } from './near-text.ts';

/**
 * Reads dates with misrecognised characters: slashes read as digits (`2211212017` for 22/12/2017) or lost (`DD:
 * 2107/2017`), letters for digits (`O3/0S/2018`), impossible years (`30/09/2617`). Only for recognised text without a
 * clean date; the result is a guess that needs review.
 */

/** Plausible years of a receipt; other years are misread. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2049;

/** Characters that OCR reads in place of each digit. */
const DIGITS: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  D: '0',
  Q: '0',
  '@': '0',
  '©': '0',
  '¢': '0',
  I: '1',
  l: '1',
  i: '1',
  '|': '1',
  '!': '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  $: '5',
  G: '6',
  b: '6',
  B: '8',
  '&': '8',
  g: '9',
  q: '9',
};
const DIGIT = '[0-9OoDQ@©¢IliZzSsGbB$&gq|!]';
/** A slash between the parts: itself, a character it is misread as, or nothing. */
const STROKE = "[/.\\-\\\\:;,'’_1Il|7f]?";
const NUMERIC = new RegExp(
  `(?<![\\p{L}\\d])(${DIGIT}{2})${STROKE}(${DIGIT}{2})${STROKE}(${DIGIT}{4})(?![\\p{L}\\d])`,
  'u',
);
const NAMED = new RegExp(
  `(?<![\\p{L}\\d])(${DIGIT}{1,2})[/.\\- ]?(\\p{L}\\p{L}[\\p{L}\\d])\\p{L}?[/.\\- ]?(${DIGIT}{4})(?!\\d)`,
  'u',
);

/** Finds the first date in a text despite misread characters; `start` and `end` are offsets in it. */
export function findNoisyDate(text: string): DateReading | undefined {
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) {
    const [day, month, year] = [digitsOf(numeric[1]), digitsOf(numeric[2]), yearOf(numeric[3])];
    const found = year === undefined ? undefined : reading(year, month, day);
    if (found !== undefined) return { ...found, start: numeric.index, end: numeric.index + numeric[0].length };
  }
  const named = NAMED.exec(text);
  if (named === null) return undefined;
  const [year, month] = [yearOf(named[3]), nearMonth(named[2] ?? '')];
  const iso = year === undefined || month === undefined ? undefined : toIso(year, month, digitsOf(named[1]));
  if (iso === undefined) return undefined;
  return { dayFirst: iso, monthFirst: iso, ambiguous: false, start: named.index, end: named.index + named[0].length };
}

function reading(
  year: number,
  a: number,
  b: number,
): Pick<DateReading, 'dayFirst' | 'monthFirst' | 'ambiguous'> | undefined {
  const [dayFirst, monthFirst] = [toIso(year, a, b), toIso(year, b, a)];
  if (dayFirst === undefined && monthFirst === undefined) return undefined;
  const ambiguous = dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst;
  return { dayFirst, monthFirst, ambiguous };
}

function digitsOf(text: string | undefined): number {
  return Number([...(text ?? '')].map((sign) => DIGITS[sign] ?? sign).join(''));
}

/** Replaces an implausible year by its last two digits in this century, if that is plausible. */
function yearOf(text: string | undefined): number | undefined {
  const year = digitsOf(text);
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return year;
  const short = 2000 + (year % 100);
  return /^2/.test(text ?? '') && year % 100 > 0 && short <= LAST_YEAR ? short : undefined;
}

/** The only month whose English abbreviation differs in at most one of three letters. */
function nearMonth(text: string): number | undefined {
  const exact = monthOfName(text);
  if (exact !== undefined) return exact;
  const folded = text.toLowerCase();
  const near = MONTH_NAMES.flatMap((names, index) => {
    const short = names.find((name) => name.length === 3);
    return short !== undefined && isWithinEdits(folded, short, 1) ? [index + 1] : [];
  });
  return near.length === 1 ? near[0] : undefined;
}
