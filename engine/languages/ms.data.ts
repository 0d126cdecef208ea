import type { Language } from './language.ts';

/** Malay as printed on business documents. The file `language.ts` says how words are written here. */
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
