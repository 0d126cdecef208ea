import type { Language } from './language.ts';

/** Malay words as printed on business documents. Notation: see `language.ts`. */
export const MALAY: Language = {
  code: 'ms',
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
