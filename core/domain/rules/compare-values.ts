import { comparable } from '../duplicates.ts';
import type { RuleOperator } from './definition.ts';

const DECIMAL = /^([+-]?)(\d{1,40})(?:\.(\d{1,20}))?$/;
const DATE = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/;

/**
 * Orders two values: decimals exactly, ISO dates by day, anything else only as equal or not. Null if they have no
 * order: different texts, or a number and a date.
 */
export function compareValues(left: string, right: string): number | null {
  const [a, b] = [DECIMAL.exec(left.trim()), DECIMAL.exec(right.trim())];
  if (a && b) return compareDecimals(a, b);
  const [day, other] = [DATE.exec(left.trim())?.[1], DATE.exec(right.trim())?.[1]];
  if (day !== undefined && other !== undefined) return day === other ? 0 : day < other ? -1 : 1;
  return isSameText(left, right) ? 0 : null;
}

/** Whether two texts are equal to a person: case, blanks and punctuation do not count, unless there is nothing else. */
export function isSameText(left: string, right: string): boolean {
  const [a, b] = [comparable(left), comparable(right)];
  return a === '' || b === '' ? left.trim() === right.trim() : a === b;
}

/** Whether the comparison holds. Values without an order are different, and neither less nor greater. */
export function holds(left: string, operator: RuleOperator, right: string): boolean {
  const order = compareValues(left, right);
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'lt':
      return order !== null && order < 0;
    case 'lte':
      return order !== null && order <= 0;
    case 'gt':
      return order !== null && order > 0;
    case 'gte':
      return order !== null && order >= 0;
  }
}

/** The absolute value of a decimal; other text as it is. */
export const withoutSign = (amount: string): string => amount.trim().replace(/^[+-]/, '');

function compareDecimals(left: RegExpExecArray, right: RegExpExecArray): number {
  const places = Math.max(left[3]?.length ?? 0, right[3]?.length ?? 0);
  const [a, b] = [scaled(left, places), scaled(right, places)];
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The decimal as an integer of its last place: floating point would merge amounts that differ. */
function scaled([, sign, whole = '', fraction = '']: RegExpExecArray, places: number): bigint {
  const units = BigInt(whole + fraction.padEnd(places, '0'));
  return sign === '-' ? -units : units;
}
