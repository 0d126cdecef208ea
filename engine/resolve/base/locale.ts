import type { AmountCandidate, Candidate, DateCandidate } from '../../candidates/candidate.ts';
import { isKind } from '../../candidates/candidate.ts';
import type { PageCandidates } from '../../candidates/collect.ts';
import type { LabelRole } from '../../candidates/labels.ts';
import type { Link } from '../../candidates/links.ts';
import type { DecimalMark } from '../../normalise/amounts.ts';
import type { DayOrder } from '../../normalise/date-reading.ts';
import type { Units } from '../../normalise/decimal.ts';
import { denserOrder, orderByTerms, ordersOfLists } from './date-sequence.ts';
import { plainDays, shownOrder } from './day-order.ts';

/**
 * The decimal mark and the order of day and month in this document. `sure` is false without evidence on the page;
 * values with several readings are then ambiguous.
 */
export interface Locale {
  readonly decimal: { readonly mark: DecimalMark; readonly sure: boolean };
  readonly dateOrder: { readonly order: DayOrder; readonly sure: boolean };
}

/** Minimum share of votes for a decision; documents sometimes quote numbers in another format. */
const CLEAR_MAJORITY = 0.75;

export function decideLocale(
  pages: readonly PageCandidates[],
  language: string | null,
  links: ReadonlyMap<LabelRole, readonly Link[]> = new Map(),
): Locale {
  const all = pages.flatMap((page) => [...page.candidates.values()].flat());
  return { decimal: decideDecimal(all, language), dateOrder: decideDateOrder(all, pages, language, links) };
}

/** Languages of countries whose decimal mark is the point (Unicode CLDR). */
const POINT_LANGUAGES: ReadonlySet<string> = new Set(['en', 'ja', 'zh', 'ko', 'th', 'hi', 'he', 'ar', 'ms']);

/** Counts only amounts with a single possible reading. */
function decideDecimal(all: readonly Candidate[], language: string | null): Locale['decimal'] {
  let point = 0;
  let comma = 0;
  for (const amount of all.filter(isKind('amount'))) {
    if (amount.readings.certain === 'point') point++;
    if (amount.readings.certain === 'comma') comma++;
  }
  const total = point + comma;
  if (total > 0 && Math.max(point, comma) / total >= CLEAR_MAJORITY) {
    return { mark: point > comma ? 'point' : 'comma', sure: true };
  }
  return { mark: language === null || POINT_LANGUAGES.has(language) || point > comma ? 'point' : 'comma', sure: false };
}

/** United States postal form: state letters and ZIP code. The strongest sign of month-first dates. */
const US_ADDRESS =
  /\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])(?:,?\s+|(?<=,\s?\p{Lu}{2}))\d{5}(?:-\d{4})?\b/u;

/** A North American telephone number (E.164 country code 1, NANP: neither area nor exchange starts with 0 or 1). */
const NANP_PHONE = /(?<![\d-])\(?[2-9]\d{2}\)?[\s.-]{0,2}[2-9]\d{2}[-.]\d{4}(?![\d-])/;
/** Names of taxes and identifiers in dollar countries with day-first dates. */
const DAY_FIRST_DOLLARS = /\b(?:GST|ABN|UEN)\b/;

/**
 * Decides by the document's own dates first (a part over twelve, a weekday beside them), then by language, then by the
 * form of postal addresses, which stays uncertain.
 */
function decideDateOrder(
  all: readonly Candidate[],
  pages: readonly PageCandidates[],
  language: string | null,
  links: ReadonlyMap<LabelRole, readonly Link[]>,
): Locale['dateOrder'] {
  let dayFirst = 0;
  let monthFirst = 0;
  const dates = all.filter(isKind('date'));
  const plain = plainDays(dates);
  for (const date of dates) {
    const shown = shownOrder(date, plain);
    if (date.reading.dayFirst === undefined || shown === 'month-first') monthFirst++;
    else if (date.reading.monthFirst === undefined || shown === 'day-first') dayFirst++;
  }
  for (const order of [orderByTerms(links), ...ordersOfLists(dates)]) {
    if (order === 'day-first') dayFirst++;
    if (order === 'month-first') monthFirst++;
  }
  const total = dayFirst + monthFirst;
  if (total > 0 && Math.max(dayFirst, monthFirst) / total >= CLEAR_MAJORITY) {
    return { order: dayFirst > monthFirst ? 'day-first' : 'month-first', sure: true };
  }
  if (language !== null && language !== 'en') return { order: 'day-first', sure: true };
  const dense = denserOrder(dates);
  if (dense !== undefined) return { order: dense, sure: false };
  const printed = (sign: RegExp) =>
    pages.some((page) => page.layout.lines.some((line) => line.segments.some(({ text }) => sign.test(text))));
  const american = printed(US_ADDRESS) || printed(NANP_PHONE);
  const dollars = all.some(
    (candidate) => candidate.kind === 'amount' && (candidate.currency === '$' || candidate.currency === 'USD'),
  );
  return { order: american || (dollars && !printed(DAY_FIRST_DOLLARS)) ? 'month-first' : 'day-first', sure: false };
}

/** Signed units of an amount under the document's decimal mark. */
export function amountUnits(amount: AmountCandidate, locale: Locale): Units | undefined {
  const units = amount.readings[locale.decimal.mark];
  if (units === undefined) return undefined;
  return amount.negative && units !== 0 ? -units : units;
}

export function isOpenAmount(amount: AmountCandidate, locale: Locale): boolean {
  return amount.readings.certain === 'open' && !locale.decimal.sure;
}

/**
 * ISO date under the document's order, with the other reading as an alternative if both are valid and nothing decides.
 */
export function dateValue(
  date: DateCandidate,
  locale: Locale,
): { value: string; other: string | undefined } | undefined {
  const { dayFirst, monthFirst, ambiguous } = date.reading;
  const [first, second] = locale.dateOrder.order === 'day-first' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  const value = first ?? second;
  if (value === undefined) return undefined;
  return { value, other: ambiguous && !locale.dateOrder.sure ? second : undefined };
}
