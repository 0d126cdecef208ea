import { CURRENCY_SIGNS } from '../../candidates/currency.data.ts';
import { findSightings, findWords, type SightedPage, type Sighting } from '../printed/page-sightings.ts';
import type { SightingKind } from '../printed/printed-values.ts';

/** Where a value of the e-invoice is printed, most likely position first; an address with all its lines. */
export function sightingsOf(pages: readonly SightedPage[], kind: SightingKind, value: string): Sighting[] {
  const whole = findSightings(pages, kind, value);
  if (kind === 'identifier' && whole.length === 0) return currencySignOf(pages, value);
  if (kind !== 'phrase' || whole.length > 0 || !value.includes(', ')) return whole;
  const [first, ...further] = value.split(', ').map((part) => findSightings(pages, kind, part));
  if (first === undefined || further.some((part) => part.length === 0)) return [];
  return first
    .map((start) => ({ ...start, rest: further.flatMap((part) => nearestTo(start, part)) }))
    .toSorted((a, b) => spread(a) - spread(b));
}

/** The sighting of a further address line nearest to its first, preferring the same page. */
function nearestTo(start: Sighting, part: readonly Sighting[]): readonly Sighting[] {
  return part.toSorted((a, b) => distance(start, a) - distance(start, b)).slice(0, 1);
}

const OTHER_PAGE = 1e6;

function distance(from: Sighting, to: Sighting): number {
  const [dx, dy] = [Math.abs(to.box[0] - from.box[0]), Math.abs(to.box[1] - from.box[1])];
  return dx + dy + OTHER_PAGE * Math.abs(to.page - from.page);
}

/** Distance between the lines of an address: of several prints, the closest one is the address in one piece. */
function spread(sighting: Sighting & { readonly rest: readonly Sighting[] }): number {
  return sighting.rest.reduce((sum, line) => sum + distance(sighting, line), 0);
}

/** A currency is usually printed as its sign; other identifiers have none. */
function currencySignOf(pages: readonly SightedPage[], code: string): Sighting[] {
  const signs = CURRENCY_SIGNS.filter((entry) => entry.code === code || entry.shared?.includes(code)).map(
    ({ sign }) => sign,
  );
  return signs.length === 0 ? [] : findWords(pages, (text) => signs.some((sign) => text.includes(sign)));
}
