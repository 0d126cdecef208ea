import { LANGUAGES } from '../languages/index.ts';

const MONTHS = 12;

/** Month names and their printed abbreviations in all languages, folded, by month from January. */
export const MONTH_NAMES: readonly (readonly string[])[] = Array.from({ length: MONTHS }, (_, month) => [
  ...new Set(LANGUAGES.flatMap(({ months }) => months?.[month] ?? [])),
]);
