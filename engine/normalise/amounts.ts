import { toUnits, UNITS_PER_ONE, type Units } from './decimal.ts';

/** The character before the decimals. */
export type DecimalMark = 'point' | 'comma';

/** One number text under each reading of its marks. Both are equal if the marks are unambiguous. */
export interface AmountReadings {
  readonly point: Units | undefined;
  readonly comma: Units | undefined;
  /** The reading determined by the digits themselves: `1.234,56` can only be comma. */
  readonly certain: DecimalMark | 'either' | 'open';
}

/**
 * Reads the digits of an amount, without currency and sign: `1.234,56`, `1 234,56`, `1'234.56`, `1,23,456.00`, `4,950`,
 * `1939`.
 */
export function readAmount(digits: string): AmountReadings {
  const plain = PLAIN.exec(digits);
  if (plain !== null) return readPlain(plain[1] ?? '', plain[2], plain[3]);
  const text = digits.replace(/[\s\u00a0\u202f'’]/g, '');
  const point = readWith(text, '.', ',');
  const comma = readWith(text, ',', '.');
  if (point !== undefined && comma !== undefined) {
    return { point, comma, certain: point === comma ? 'either' : 'open' };
  }
  return {
    point: point ?? comma,
    comma: comma ?? point,
    certain: point !== undefined ? 'point' : comma !== undefined ? 'comma' : 'open',
  };
}

/** Most amounts: no groups, and decimals that cannot be a group of three. */
const PLAIN = /^(0|[1-9]\d{0,10})(?:([.,])(\d{1,2}|\d{4}))?$/;

function readPlain(whole: string, mark: string | undefined, decimals = ''): AmountReadings {
  const units = Number(whole) * UNITS_PER_ONE + Number(decimals.padEnd(4, '0'));
  return { point: units, comma: units, certain: mark === undefined ? 'either' : mark === '.' ? 'point' : 'comma' };
}

function readWith(text: string, mark: string, group: string): Units | undefined {
  const parts = text.split(mark);
  const whole = parts[0] ?? '';
  const decimals = parts[1];
  if (/^0\d/.test(whole)) return undefined;
  if (parts.length > 2 || (decimals !== undefined && !/^\d{1,4}$/.test(decimals))) return undefined;
  const groups = whole.split(group);
  if (groups.some((part) => !/^\d+$/.test(part))) return undefined;
  if (groups.length > 1 && !groupsAreThousands(groups)) return undefined;
  return toUnits(decimals === undefined ? groups.join('') : `${groups.join('')}.${decimals}`);
}

/** Thousands in groups of three, or Indian groups: twos and a final three. A group never starts with a leading zero. */
function groupsAreThousands(groups: readonly string[]): boolean {
  const first = groups[0] ?? '';
  const last = groups.at(-1) ?? '';
  const middle = groups.slice(1, -1);
  if (last.length !== 3 || first.length > 3 || first.startsWith('0')) return false;
  return middle.every((part) => part.length === 3) || (first.length <= 2 && middle.every((part) => part.length === 2));
}

export { formatUnits } from './decimal.ts';
