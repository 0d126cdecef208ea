import { LANGUAGES } from '../languages/index.ts';
import { foldText } from './fold-text.ts';

const MONTHS = 12;

/** Month names and their printed abbreviations in all languages, folded, by month from January. */
export const MONTH_NAMES: readonly (readonly string[])[] = Array.from({ length: MONTHS }, (_, month) => [
  ...new Set(LANGUAGES.flatMap(({ months }) => months?.[month] ?? [])),
]);

const MONTH_BY_NAME: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

/** Month of a printed name, from 1. */
export function monthOfName(name: string): number | undefined {
  return MONTH_BY_NAME.get(foldText(name).replace(/\.$/, ''));
}
