import { withoutEnd } from '#engine/normalise/without-end';

/** Whole digits of an amount: as many as `toUnits` computes with. */
const MAX_WHOLE = 11;
/** Places after the mark. */
const MAX_PLACES = 4;

/**
 * Whole digits and places as a plain decimal with at least two places: `34`, `5` is `34.50`. Undefined for anything but
 * digits, and beyond what sums are computed with.
 */
export function decimalOf(whole: string, places: string, isNegative: boolean): string | undefined {
  if (!/^\d{0,15}$/.test(whole) || !/^\d{0,15}$/.test(places) || whole + places === '') return undefined;
  const kept = withoutEnd(places, '0').padEnd(2, '0');
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  if (digits.length > MAX_WHOLE || kept.length > MAX_PLACES) return undefined;
  const text = `${digits}.${kept}`;
  return isNegative && /[1-9]/.test(text) ? `-${text}` : text;
}

/** An amount with one decimal mark and no thousands marks, as SWIFT writes it: `1234,5`, `1234,`, `1234.50`. */
export function markedAmount(text: string, isNegative: boolean): string | undefined {
  const [whole = '', places = '', ...rest] = text.split(/[.,]/);
  return rest.length > 0 ? undefined : decimalOf(whole, places, isNegative);
}

export type DecimalMark = '.' | ',';

/** Signs around the digits: currency signs and codes, spaces, apostrophes between thousands. */
const AROUND = /[\s\u00a0\u202f'’\p{Sc}]|[A-Za-z]+\.?/gu;

/**
 * An amount as people and programs write it: thousands marks, sign before or after, parentheses, currency. `mark` is
 * the decimal mark of the file.
 */
export function writtenAmount(text: string, mark: DecimalMark): string | undefined {
  const bare = text.replace(AROUND, '').replace(/[\u2212\u2013]/g, '-');
  const match = /^(\()?([-+]?)([\d.,]+)([-+]?)(\))?$/.exec(bare);
  if (match === null || bare.length > 32) return undefined;
  const [, open, before, number = '', after, close] = match;
  if ((open === undefined) !== (close === undefined) || (before !== '' && after !== '')) return undefined;
  const [whole = '', places = '', ...rest] = number.split(mark);
  const thousands = mark === '.' ? ',' : '.';
  if (rest.length > 0 || places.includes(thousands)) return undefined;
  const groups = whole.split(thousands);
  // Thousands are groups of three; Indian numbers have groups of two before the last one.
  const areGroups = groups.slice(1).every((group, index) => {
    return group.length === 3 || (group.length === 2 && index < groups.length - 2);
  });
  if (!areGroups || (groups.length > 1 && (groups[0] ?? '').length > 3)) return undefined;
  return decimalOf(groups.join(''), places, open !== undefined || before === '-' || after === '-');
}

/** The decimal mark that the numbers of a file share: the last one of a number that can be no thousands mark. */
export function decimalMarkOf(texts: Iterable<string>): DecimalMark | undefined {
  let points = 0;
  let commas = 0;
  for (const text of texts) {
    const [, mark, places] = /([.,])(\d{0,31})\D{0,31}$/.exec(text.slice(-32)) ?? [];
    if (mark === undefined) continue;
    const repeats = text.split(mark).length > 2;
    const other = text.includes(mark === '.' ? ',' : '.');
    // `1.234` may be either; `1.234.567` has thousands; `1,234.567` has a decimal point.
    if (repeats || (places?.length === 3 && !other)) continue;
    if (mark === '.') points += 1;
    else commas += 1;
  }
  if (points === 0 && commas === 0) return undefined;
  return commas > points ? ',' : '.';
}
