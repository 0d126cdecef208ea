import type { Column, TableLine } from '../layout/table-cells.ts';
import { findDates } from '../normalise/dates.ts';

/** "de 2020": maximum number of words of a written date beyond the border of its column. */
const MAX_BEYOND = 2;

/**
 * A line with its written date complete: a heading over dates is narrower than a date with a spelled month, so the
 * border of the column may cut the year off. Only words that complete a date move.
 */
export function withWholeDate(cut: TableLine, columns: readonly Column[]): TableLine {
  const headed = columns.findIndex(({ role }) => role === 'date');
  const at = headed < 0 ? columns.findIndex(({ role }) => role === 'other') : headed;
  const [own, next] = [cut.cells[at], cut.cells[at + 1]];
  if (own === undefined || next === undefined || own.length === 0 || isDate(own)) return cut;
  for (let count = 1; count <= MAX_BEYOND && count < next.length; count++) {
    const whole = [...own, ...next.slice(0, count)];
    if (!isDate(whole)) continue;
    const rest = next.slice(count);
    return { ...cut, cells: cut.cells.map((words, index) => (index === at ? whole : index === at + 1 ? rest : words)) };
  }
  return cut;
}

function isDate(words: readonly { readonly text: string }[]): boolean {
  const text = words.map((word) => word.text).join(' ');
  return findDates(text).some(({ start, end }) => start === 0 && end === text.length);
}
