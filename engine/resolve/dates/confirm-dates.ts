import type { DateCandidate } from '../../candidates/candidate.ts';
import { isKind } from '../../candidates/candidate.ts';
import type { LabelRole } from '../../candidates/labels.ts';
import { weekdayBeside, weekdayOf } from '../../normalise/weekday.ts';
import type { Choice, Choices } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { linkWeight } from '../base/link-weight.ts';
import { dateValue } from '../base/locale.ts';
import { isRecognised, isSurelyRead, surestFirst } from '../printed/sure-reading.ts';

/**
 * Confirms the date of a recognised receipt by evidence beyond its characters: the same day at two positions, the
 * weekday, or the day inside a till number. No evidence counts if another printed day could be the date.
 */

const NAME = 'transaction_date';
/** Dates with a label of another field are not rivals. */
const OTHER_ROLES: readonly LabelRole[] = ['due_date', 'delivery_date', 'period', 'service_period', 'period_start'];
const CLAIM = 0.6;
/** Dates with corrected characters are guesses, however often they occur. */
const READ_AS_PRINTED = /^(?:label:|date:unlabelled$)/;

export function confirmReceiptDate(choices: Choices, context: ResolveContext): void {
  const choice = choices.get(NAME);
  if (choice === undefined || choice.proof || context.documentType !== 'receipt') return;
  if (!READ_AS_PRINTED.test(choice.rule) || !choice.spans.some(isRecognised)) return;
  const dates = context.pages.flatMap((page) => [...page.candidates.values()].flat().filter(isKind('date')));
  const own = dates.filter((date) => dayOf(date, context) === choice.value);
  if (dates.some((date) => !own.includes(date) && !isClaimed(date, context))) return;
  const sure = own.filter(isSurelyRead);
  const settled = choice.ambiguous ? settledByNumber(choice, own, context) : choice;
  if (sure.length === 0 || settled === undefined) return;
  const checks = [
    ...(onTwoLines(sure) ? [`repeated:${NAME}`] : []),
    ...(sure.some((date) => namesItsDay(date, settled.value)) ? [`weekday:${NAME}`] : []),
    ...(isInNumber(spellings(settled.value), own, context) ? [`in_number:${NAME}`] : []),
  ];
  if (checks.length > 0) choices.set(NAME, confirmed(settled, checks, own));
}

/** Of two readings of a day, the one that a number spells year first, if no number spells the other. */
function settledByNumber(choice: Choice, own: readonly DateCandidate[], context: ResolveContext): Choice | undefined {
  const spelled = (value: string) => isInNumber(spellings(value), own, context);
  const values = [choice.value, ...choice.alternatives.map(({ value }) => value)];
  const [value, ...others] = values.filter(spelled);
  if (value === undefined || others.length > 0 || !isInNumber(yearFirst(value), own, context)) return undefined;
  return { ...choice, value, ambiguous: false, alternatives: choice.alternatives.filter((one) => one.value !== value) };
}

function confirmed(choice: Choice, checks: readonly string[], places: readonly DateCandidate[]): Choice {
  const spans = surestFirst(places).slice(0, checks[0] === `repeated:${NAME}` ? 2 : 1);
  return { ...choice, spans, checks: [...new Set([...choice.checks, ...checks])], proof: true };
}

function dayOf(date: DateCandidate, context: ResolveContext): string | undefined {
  return dateValue(date, context.locale)?.value;
}

function isClaimed(date: DateCandidate, context: ResolveContext): boolean {
  return OTHER_ROLES.some((role) =>
    (context.links.get(role) ?? []).some((link) => link.candidate === date && linkWeight(link) > CLAIM),
  );
}

function onTwoLines(dates: readonly DateCandidate[]): boolean {
  return new Set(dates.map(({ segment }) => `${segment.page}:${segment.line}`)).size > 1;
}

function namesItsDay(date: DateCandidate, value: string): boolean {
  return weekdayBeside(date.segment.text, date.textStart, date.textEnd) === weekdayOf(value);
}

/** `180319` or `20180319` at the start of a longer number elsewhere: a till numbers its receipts by day. */
function isInNumber(spelled: readonly string[], own: readonly DateCandidate[], context: ResolveContext): boolean {
  const segments = new Set(own.map(({ segment }) => segment));
  const opens = (text: string) =>
    (text.match(/\d{6,}/g) ?? []).some((run) => spelled.some((day) => run.startsWith(day)));
  return context.pages.some((page) =>
    page.layout.lines.some((line) =>
      line.segments.some((segment) => !segments.has(segment) && segment.words.some(({ text }) => opens(text))),
    ),
  );
}

function spellings(value: string): readonly string[] {
  const [year = '', month = '', day = ''] = value.split('-');
  return [...yearFirst(value), `${day}${month}${year}`, `${day}${month}${year.slice(2)}`];
}

function yearFirst(value: string): readonly string[] {
  const digits = value.replaceAll('-', '');
  return [digits, digits.slice(2)];
}
