/**
 * Formats numbers as a spreadsheet shows them, using the format codes of ECMA-376 part 1, 18.8.31: sections by sign,
 * digits, thousands, percent, literals, currency symbols. Fractions and exponents are shown as plain numbers.
 */
import { withoutEnd } from '#engine/normalise/without-end';
import { formatSerialDate, isDateFormat } from './serial-date.ts';

/** Built-in formats that files reference by number only (18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  44: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  49: '@',
};

/** Maximum number of digits shown in a cell without a format. */
const GENERAL_DIGITS = 11;

export interface DateSystem {
  /** Day 0 is 1904-01-01 (old Macintosh files) instead of 1899-12-30. */
  readonly since1904: boolean;
}

/** `code` is the file's own format code for the format number, if it defines one. */
export function formatNumber(value: number, formatId: number, code: string | undefined, dates: DateSystem): string {
  const format = code ?? BUILT_IN[formatId] ?? 'General';
  const sections = sectionsOf(format);
  const section = sectionFor(value, sections);
  if (isDateFormat(section)) return formatSerialDate(value, section, dates.since1904) ?? general(value);
  // If negative numbers have their own section, the sign is part of the format.
  const unsigned = sections.length > 1 && value < 0;
  return /general/i.test(section) || section === '@' ? general(value) : digits(unsigned ? -value : value, section);
}

function sectionsOf(format: string): string[] {
  return format.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+/g) ?? ['General'];
}

function sectionFor(value: number, sections: readonly string[]): string {
  const [positive = 'General', negative = positive, zero = positive] = sections;
  return value > 0 ? positive : value < 0 ? negative : zero;
}

function general(value: number): string {
  return String(Number(value.toPrecision(GENERAL_DIGITS)));
}

interface Piece {
  readonly kind: 'text' | 'digits';
  readonly text: string;
}

function digits(value: number, section: string): string {
  const pieces = piecesOf(section);
  const pattern = pieces
    .filter(({ kind }) => kind === 'digits')
    .map(({ text }) => text)
    .join('');
  if (pattern === '')
    return pieces
      .map(({ text }) => text)
      .join('')
      .trim();
  const percent = pieces.some(({ kind, text }) => kind === 'text' && text === '%');
  const [whole = '', fraction = ''] = pattern.split('.');
  // Each comma after the last digit divides by a thousand.
  const scale = pattern.length - withoutEnd(pattern, ',').length;
  const number = (Math.abs(value) * (percent ? 100 : 1)) / 1000 ** scale;
  const most = fraction.replace(/[^0#?]/g, '').length;
  const least = fraction.replace(/[^0]/g, '').length;
  const [integer = '0', decimals = ''] = rounded(number, most).split('.');
  const shown = decimals.slice(0, least) + withoutEnd(decimals.slice(least), '0');
  const grouped = /[0#?],[0#?]/.test(whole) ? integer.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : integer;
  const padded = grouped.padStart(whole.replace(/[^0]/g, '').length, '0');
  const text = shown === '' ? padded : `${padded}.${shown}`;
  const sign = value < 0 && Number(rounded(number, most)) !== 0 ? '-' : '';
  let placed = false;
  const body = pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      if (placed) return '';
      placed = true;
      return text;
    })
    .join('');
  return `${sign}${body}`.trim();
}

/** Rounds the decimal number given by 15 significant digits, half away from zero: 1.005 is 1.01, as in spreadsheets. */
function rounded(value: number, places: number): string {
  const shifted = Number(`${Number(value.toPrecision(15))}e${places}`);
  if (!(shifted <= Number.MAX_SAFE_INTEGER)) return value.toFixed(Math.min(places, 20));
  return Number(`${Math.round(shifted)}e-${places}`).toFixed(Math.min(places, 20));
}

function piecesOf(section: string): Piece[] {
  const pieces: Piece[] = [];
  const tokens = /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].|([0#?.,]+)|([^"\\[])/g;
  for (const [, quoted, escaped, currency, pattern, other] of section.matchAll(tokens)) {
    if (pattern !== undefined) pieces.push({ kind: 'digits', text: pattern });
    else pieces.push({ kind: 'text', text: quoted ?? escaped ?? currency ?? other ?? '' });
  }
  return pieces;
}
