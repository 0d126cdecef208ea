import type { Language } from './language.ts';

/** Malay words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'ms',
  precedence: 230,
  months: [
    ['jan', 'januari'],
    ['feb', 'februari'],
    [],
    ['april', 'apr'],
    ['mei'],
    ['jun'],
    ['jul'],
    [],
    ['september', 'sep'],
    ['oktober', 'okt'],
    ['november', 'nov'],
    [],
  ],
  weekdays: [
    ['ahad'],
    ['isnin'],
    ['selasa'],
    ['rabu'],
    ['khamis'],
    ['jumaat'],
    ['sabtu'],
  ],
};
