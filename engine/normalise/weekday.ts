import { LANGUAGES } from '../languages/index.ts';
import { foldText } from './fold-text.ts';

const DAY_OF_NAME: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap(({ weekdays }) => weekdays ?? []).flatMap((names, at) =>
    names.map((name): [string, number] => [name, at % 7]),
  ),
);

/**
 * A word right before or after a date, with the separators allowed in between: `Mon, 12/03/2018`, `12.03.2018 (Mo)`.
 */
const BEFORE = /(?<!\p{L})(\p{L}{2,12})\.?[\s,(:]{0,2}$/u;
const BEHIND = /^[\s,(]{0,2}(\p{L}{2,12})(?!\p{L})/u;

/**
 * The weekday, 0 for Sunday, printed right beside the text from `start` to `end`. Undefined if there is none, or if the
 * two sides differ.
 */
export function weekdayBeside(line: string, start: number, end: number): number | undefined {
  const names = [BEFORE.exec(line.slice(0, start))?.[1], BEHIND.exec(line.slice(end))?.[1]];
  const days = names.flatMap((name) => (name === undefined ? [] : (DAY_OF_NAME.get(foldText(name)) ?? [])));
  return days.every((day) => day === days[0]) ? days[0] : undefined;
}

/** The weekday of an ISO date, 0 for Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}
