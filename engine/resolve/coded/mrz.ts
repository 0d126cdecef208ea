import { findMrz, type MrzCandidate } from '../../candidates/mrz-lines.ts';
import { readMrzNames } from '../../candidates/mrz-names.ts';
import type { PageLayout } from '../../layout/lines.ts';
import type { Word } from '../../model.ts';
import { fullYear, toIso } from '../../normalise/calendar.ts';
import { findDates } from '../../normalise/dates.ts';
import { foldText } from '../../normalise/fold-text.ts';
import {
  compositeHolds,
  fieldDigitHolds,
  MRZ_LAYOUTS,
  type MrzField,
  type MrzLayout,
  type MrzPlace,
  stretch,
} from '../../validate/mrz.ts';
import type { ValueCheck } from '../../validate/value-check.ts';
import type { Choices } from '../base/choice.ts';
import { cellsOf, spansOf } from '../printed/word-spans.ts';
import { confirmByPrint } from './mrz-printed.ts';

/** The values of a machine-readable zone, and its check digits as checks. */
export interface MrzReading {
  readonly choices: Choices;
  readonly checks: readonly ValueCheck[];
}

/** Scores of a character that no check digit covers, and of one that a check digit contradicts. */
const READ = 0.86;
const DOUBTED = 0.6;
/** Maximum age of a holder, in years. */
const MAX_AGE = 112;

/** Reads the first zone on the first pages; a document has only one. */
export function resolveMrz(layouts: readonly PageLayout[]): MrzReading | undefined {
  for (const layout of layouts) {
    const zone = mayHoldZone(layout) ? findMrz(layout) : undefined;
    if (zone !== undefined) return readZone(zone, layout);
  }
  return undefined;
}

/** Cheap test before the search: fillers, or at least one very long word of capitals and digits. */
function mayHoldZone({ page }: PageLayout): boolean {
  return page.words.some(({ text }) => text.includes('<<') || (text.length >= 20 && /^[A-Z0-9<«‹]+$/.test(text)));
}

function readZone(zone: MrzCandidate, layout: PageLayout): MrzReading {
  const shape = MRZ_LAYOUTS[zone.format];
  const composite = compositeHolds(zone.lines, shape);
  const checks: ValueCheck[] = [];
  const choices: Choices = new Map();
  const put = (
    name: string,
    value: string | undefined,
    { line, from, to }: MrzPlace,
    score: number,
    rule?: string,
    proof = false,
  ) => {
    if (value === undefined || value === '') return;
    const text = (zone.lines[line] ?? '').slice(from, to);
    const spans = cellsOf(zone.words[line] ?? [], layout.page.page, text, from, shape.length);
    const made = rule === undefined ? [] : [rule];
    choices.set(name, {
      value,
      spans,
      score,
      rule: `mrz:${zone.format}`,
      alternatives: [],
      checks: made,
      proof,
      ambiguous: false,
    });
  };
  const numbers = ['document_number', 'birth_date', 'expiry_date', 'personal_number'] as const;
  const holds = (field: MrzField) => {
    const place = shape.fields[field];
    return place === undefined ? undefined : fieldDigitHolds(zone.lines, place);
  };
  // A check digit matches by chance once in ten: a value is proved only when every check digit of the zone matches.
  const whole = composite !== false && numbers.every((field) => holds(field) !== false);
  for (const field of numbers) {
    const place = shape.fields[field];
    if (place === undefined) continue;
    const text = stretch(zone.lines, place);
    if (!/[A-Z0-9]/.test(text) || (field === 'personal_number' && /^[0<]*$/.test(text))) continue;
    const rule = `mrz:${field}`;
    const ok = holds(field) === true;
    const detail = `${text}: check digit ${ok ? 'holds' : 'does not hold'} (ICAO 9303)`;
    checks.push({ rule, ok, detail, fields: [field] });
    const read = field.endsWith('_date')
      ? dateOf(field, text, zone, shape, layout)
      : { value: text.replace(/</g, ''), sure: true };
    const proof = ok && whole && read.sure && !zone.repaired;
    put(field, read.value, place, ok ? READ : DOUBTED, ok ? rule : undefined, proof);
  }
  if (composite !== undefined) {
    const detail = `composite check digit ${composite ? 'holds' : 'does not hold'} (ICAO 9303)`;
    checks.push({ rule: 'mrz:composite', ok: composite, detail, fields: [...numbers] });
  }
  const { sex, nationality } = shape.fields;
  if (sex !== undefined) put('sex', sexOf(stretch(zone.lines, sex)), sex, READ);
  if (nationality !== undefined) put('nationality', countryOf(stretch(zone.lines, nationality)), nationality, READ);
  const first = (zone.lines[0] ?? '').toUpperCase();
  const code = first.charAt(0) + (/^[PIV]/.test(first) ? first.charAt(1).replace(/[KLC]/, '<') : first.charAt(1));
  put('document_code', code.replace(/</g, ''), { line: 0, from: 0, to: 2 }, READ);
  put('issuing_country', countryOf(first.slice(2, 5)), { line: 0, from: 2, to: 5 }, READ);
  const names = readMrzNames(stretchOfNames(zone, shape), readableWords(zone, layout));
  put('surname', names?.surname, shape.names, names?.sure === true ? READ : DOUBTED);
  put('given_names', names?.given, shape.names, names?.sure === true ? READ : DOUBTED);
  if (names !== undefined) {
    const written = `${names.surname.replace(/ /g, '<')}<<${names.given.replace(/ /g, '<')}`;
    const head = shape.names.line === 0 ? `${code}${first.slice(2, 5).replace(/^D[<KLC]{2}$/, 'D<<')}` : '';
    const lines = zone.lines.map((text, index) => (index === shape.names.line ? head + written : text));
    const value = lines.map((text) => text.padEnd(shape.length, '<').slice(0, shape.length)).join('\n');
    put('mrz', value, shape.names, names.sure && composite === true ? READ : DOUBTED);
    const choice = choices.get('mrz');
    if (choice !== undefined) choices.set('mrz', { ...choice, spans: spansOf(layout, zone.words.flat()) });
  }
  checks.push(...confirmByPrint(choices, zone, layout));
  return { choices, checks };
}

function stretchOfNames(zone: MrzCandidate, { names }: MrzLayout): string {
  return (zone.lines[names.line] ?? '').slice(names.from);
}

function sexOf(sign: string): string | undefined {
  if (sign === '<' || sign === 'X') return 'X';
  return sign === 'M' || sign === 'F' ? sign : undefined;
}

/** A country in the zone's notation: three letters, or one with fillers. */
function countryOf(text: string): string | undefined {
  const code = text.replace(/^D[<KLC]{2}$/, 'D').replace(/</g, '');
  return /^[A-Z]{1,3}$/.test(code) ? code : undefined;
}

/** Words of the page outside the zone, in upper case like the zone. */
function readableWords(zone: MrzCandidate, { page }: PageLayout): ReadonlySet<string> {
  const own = new Set<Word>(zone.words.flat());
  const texts = page.words.filter((word) => !own.has(word)).flatMap(({ text }) => foldText(text).split(/[^a-z]+/));
  return new Set(texts.filter((text) => text.length > 1).map((text) => text.toUpperCase()));
}

/** The date with its century, and whether another century is possible. */
function dateOf(field: MrzField, text: string, zone: MrzCandidate, shape: MrzLayout, layout: PageLayout) {
  const [year, month, day] = [text.slice(0, 2), Number(text.slice(2, 4)), Number(text.slice(4, 6))];
  if (!/^\d{6}$/.test(text)) return { value: undefined, sure: false };
  if (field === 'expiry_date') return { value: toIso(fullYear(year), month, day), sure: true };
  const expiry = shape.fields.expiry_date;
  const until = expiry === undefined ? Number.NaN : fullYear(stretch(zone.lines, expiry).slice(0, 2));
  const [older, younger] = [toIso(1900 + Number(year), month, day), toIso(2000 + Number(year), month, day)];
  if (2000 + Number(year) > until) return { value: older, sure: true };
  if (until - (1900 + Number(year)) > MAX_AGE) return { value: younger, sure: true };
  // Either a child or a very old person: a printed date decides; without one, a child is more likely.
  const printed = layout.lines.flatMap(({ segments }) =>
    segments.flatMap((segment) => findDates(segment.text).flatMap((date) => [date.dayFirst, date.monthFirst])),
  );
  return { value: older !== undefined && printed.includes(older) ? older : younger, sure: false };
}
