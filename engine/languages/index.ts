import { CZECH } from './cs.data.ts';
import { DANISH } from './da.data.ts';
import { GERMAN } from './de.data.ts';
import { ENGLISH } from './en.data.ts';
import { SPANISH } from './es.data.ts';
import { ESTONIAN } from './et.data.ts';
import { FINNISH } from './fi.data.ts';
import { FRENCH } from './fr.data.ts';
import { CROATIAN } from './hr.data.ts';
import { HUNGARIAN } from './hu.data.ts';
import { ITALIAN } from './it.data.ts';
import type { Language } from './language.ts';
import { LITHUANIAN } from './lt.data.ts';
import { LATVIAN } from './lv.data.ts';
import { MALAY } from './ms.data.ts';
import { DUTCH } from './nl.data.ts';
import { NORWEGIAN } from './no.data.ts';
import { POLISH } from './pl.data.ts';
import { PORTUGUESE } from './pt.data.ts';
import { ROMANIAN } from './ro.data.ts';
import { SLOVAK } from './sk.data.ts';
import { SLOVENIAN } from './sl.data.ts';
import { SWEDISH } from './sv.data.ts';
import { TURKISH } from './tr.data.ts';

/** Every language the engine reads. If two languages contain the same word, the earlier one decides. */
export const LANGUAGES: readonly Language[] = [
  ENGLISH,
  GERMAN,
  FRENCH,
  SPANISH,
  ITALIAN,
  DUTCH,
  PORTUGUESE,
  POLISH,
  SWEDISH,
  DANISH,
  NORWEGIAN,
  FINNISH,
  CZECH,
  ROMANIAN,
  HUNGARIAN,
  TURKISH,
  SLOVAK,
  CROATIAN,
  SLOVENIAN,
  ESTONIAN,
  LITHUANIAN,
  LATVIAN,
  MALAY,
];
