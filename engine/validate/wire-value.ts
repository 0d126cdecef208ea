import type { FieldKind } from '#core/domain/fields';
import { isPrintable } from '#core/domain/printable';
import type { TemplateFieldKind } from '#core/domain/schema-template';
import { formatUnits, readAmount } from '../normalise/amounts.ts';
import { UNITS_PER_ONE, type Units } from '../normalise/decimal.ts';
import { withoutEnd } from '../normalise/without-end.ts';
import { type DatePieces, type DayOrder, dateReadings } from './typed-date.ts';

/** How a value is written, in fields, columns and templates. */
export type WireKind = FieldKind | TemplateFieldKind;

/** What decides between two readings of what a person typed. */
export interface ValueLocale {
  /** ISO 639-1, of the document. */
  readonly language: string | null;
  /** ISO 4217, of the document. */
  readonly currency: string | null;
}

/** UTF-16 units of a value that is converted; a longer one is refused. */
const MAX_TEXT = 4_000;

/**
 * The wire form of what a person typed or picked on the page, or null where it is no value of the kind: `1.234,5` →
 * `1234.50`, `3. März 2024` → `2024-03-03`. Where digits allow two readings, the language of the document decides.
 */
export function toWireValue(kind: WireKind, typed: string, locale: ValueLocale): string | null {
  const text = plainText(typed);
  if (text === null) return null;
  switch (kind) {
    case 'amount':
      return text.endsWith('%') ? percentOf(text, locale) : amountOf(text, locale);
    case 'number':
      return numberOf(text.replace(/\s?%$/, ''), locale);
    case 'date':
      return dateOf(text, locale);
    case 'time':
      return timeOf(text);
    case 'currency':
      return currencyOf(text, locale);
    case 'iban':
      return text.replaceAll(' ', '').toUpperCase();
    case 'checkbox':
      return CHECKBOX[text.toLowerCase()] ?? null;
    case 'address':
      return typed
        .split(/[\r\n]+/)
        .map((line) => plainText(line) ?? '')
        .filter(Boolean)
        .join(', ');
    default:
      return text;
  }
}

/** Every wire value that the text may stand for, whatever the locale. */
export function wireReadings(kind: WireKind, text: string): readonly string[] {
  const plain = plainText(text);
  if (plain === null) return [];
  if (kind === 'amount' || kind === 'number') {
    const found = amountDigits(plain);
    if (found === undefined) return [];
    const { point, comma } = readAmount(found.digits);
    const format = kind === 'number' ? (units: Units) => trimmed(formatUnits(units)) : formatUnits;
    return [point, comma].flatMap((units) => (units === undefined ? [] : [format(found.negative ? -units : units)]));
  }
  if (kind === 'date') {
    const { dayFirst, monthFirst } = dateReadings(plain, null);
    return [dayFirst, monthFirst].filter((date) => date !== undefined);
  }
  const one = toWireValue(kind, plain, { language: null, currency: null });
  return one === null ? [] : [one];
}

/** One line, single spaces; null for nothing, for too much, and for characters that cannot be shown. */
function plainText(typed: string): string | null {
  if (typed.length > MAX_TEXT) return null;
  const text = typed.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  return text === '' || !isPrintable(text) ? null : text;
}

/** What may stand before and behind the digits: a sign, and a currency (`Euro`, `CHF`, `kr.`, `€`). */
const AROUND = /^[-−–()\p{Sc}\s]{0,4}\p{L}{0,4}\.?[-−–()\p{Sc}\s]{0,4}$/u;
/** A sign that makes the amount negative. */
const MINUS = /[-−–(]/g;
/** Spaces part thousands, and nothing else. */
const SPACED = /^\d{1,3}(?: \d{3})+(?:[.,]\d{1,4})?$/;

interface TypedAmount {
  readonly digits: string;
  readonly negative: boolean;
}

function amountDigits(text: string): TypedAmount | undefined {
  const start = text.search(/\d/);
  if (start < 0) return undefined;
  const end = text.search(/\d\D*$/) + 1;
  const digits = text.slice(start, end);
  // `12,-` and `12.` end in a mark; `.50` begins with one.
  const after = text.slice(end).replace(/^[.,][-−–]?/, '');
  const mark = /[.,]$/.exec(text.slice(0, start));
  const before =
    mark !== null && !/\p{L}\.$/u.test(text.slice(0, start)) ? text.slice(0, start - 1) : text.slice(0, start);
  const isFraction = before.length < start;
  const signs = `${before}${after}`.match(MINUS) ?? [];
  if (!AROUND.test(before) || !AROUND.test(after) || signs.length > 1) return undefined;
  if (digits.includes(' ') && !SPACED.test(digits)) return undefined;
  if (isFraction && !/^\d+$/.test(digits)) return undefined;
  return { digits: isFraction ? `0.${digits}` : digits, negative: signs.length > 0 };
}

function unitsOf(text: string, { language }: ValueLocale): Units | undefined {
  const found = amountDigits(text);
  if (found === undefined) return undefined;
  const { point, comma } = readAmount(found.digits);
  const units = decimalMarkOf(language) === 'comma' ? comma : point;
  return units === undefined || !found.negative || units === 0 ? units : -units;
}

function amountOf(text: string, locale: ValueLocale): string | null {
  const units = unitsOf(text, locale);
  return units === undefined ? null : formatUnits(units);
}

function numberOf(text: string, locale: ValueLocale): string | null {
  const units = unitsOf(text, locale);
  return units === undefined ? null : trimmed(formatUnits(units));
}

/** A discount may be a share: `10 %` → `10%`. */
function percentOf(text: string, locale: ValueLocale): string | null {
  const number = numberOf(text.replace(/\s?%$/, ''), locale);
  return number === null ? null : `${number}%`;
}

const trimmed = (decimal: string): string => withoutEnd(withoutEnd(decimal, '0'), '.');

/** The decimal mark that people of the language write; a point where the language is not known. */
function decimalMarkOf(language: string | null): 'point' | 'comma' {
  const locale = localeOf(language);
  if (locale === undefined) return 'point';
  const parts = new Intl.NumberFormat(locale).formatToParts(UNITS_PER_ONE / 3);
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? 'comma' : 'point';
}

function localeOf(language: string | null): string | undefined {
  return language !== null && /^[a-z]{2,3}$/.test(language) ? language : undefined;
}

function dateOf(text: string, { language, currency }: ValueLocale): string | null {
  const { dayFirst, monthFirst }: DatePieces = dateReadings(text, localeOf(language) ?? null);
  const order = dayOrderOf(language, currency);
  return (order === 'month-first' ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst)) ?? null;
}

/** Months stand first in the United States: English that is not paid in another country's money. */
function dayOrderOf(language: string | null, currency: string | null): DayOrder {
  const english = language === 'en' || language === null;
  return english && (currency === null || currency === 'USD') ? 'month-first' : 'day-first';
}

/** `9:05`, `9.05 pm`, `09:05:30`. */
function timeOf(text: string): string | null {
  const match = /^(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?\s?([ap])?\.?(?:m\.?)?$/i.exec(text);
  if (match === null) return null;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  const half = match[4]?.toLowerCase();
  if (minutes > 59 || seconds > 59 || hours > (half === undefined ? 23 : 12)) return null;
  const of24 = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0);
  const pair = (value: number) => String(value).padStart(2, '0');
  return `${pair(of24)}:${pair(minutes)}${match[3] === undefined ? '' : `:${pair(seconds)}`}`;
}

/** Signs that name one currency; `$` is that of the document where its currency is a dollar. */
const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₺': 'TRY',
  '₽': 'RUB',
  '₩': 'KRW',
  '₪': 'ILS',
  '₫': 'VND',
  '₴': 'UAH',
  zł: 'PLN',
  kč: 'CZK',
  ft: 'HUF',
};

function currencyOf(text: string, { currency }: ValueLocale): string | null {
  if (/^[A-Za-z]{3}$/.test(text)) return text.toUpperCase();
  if (text === '$') return currency?.endsWith('D') ? currency : 'USD';
  return CURRENCY_SIGNS[text.toLowerCase()] ?? null;
}

const CHECKBOX: Readonly<Record<string, string>> = {
  true: 'true',
  yes: 'true',
  x: 'true',
  false: 'false',
  no: 'false',
};
