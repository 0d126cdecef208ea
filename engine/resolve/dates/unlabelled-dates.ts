import type { DateCandidate, TimeCandidate } from '../../candidates/candidate.ts';
import { isKind } from '../../candidates/candidate.ts';
import type { LabelRole } from '../../candidates/labels.ts';
import type { DocumentSpec } from '../../documents/field-spec.ts';
import { type Choice, type Choices, choiceOf } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { linkWeight } from '../base/link-weight.ts';
import { dateValue } from '../base/locale.ts';
import { dateOfRecognisedLine } from './recognised-dates.ts';

/**
 * Finds the date of a document that prints it without a label: a receipt's date below its head, a letter's date. Only
 * considers dates that no other field's label claims.
 */
export function resolveUnlabelledDates(spec: DocumentSpec, known: Choices, context: ResolveContext): Choices {
  const choices: Choices = new Map();
  const wanted = MAIN_DATES.find((name) => spec.labelled.some((field) => field.name === name));
  if (wanted !== undefined && !known.has(wanted)) {
    const date = firstFreeDate(context);
    const noisy = date === undefined && wanted === 'transaction_date' ? dateOfRecognisedLine(context) : undefined;
    if (date !== undefined)
      choices.set(
        wanted,
        unlabelledChoice(date, wanted === 'transaction_date' ? RECEIPT_SCORE : LETTER_SCORE, context),
      );
    else if (noisy !== undefined) choices.set(wanted, noisy);
  }
  if (spec.labelled.some((field) => field.name === 'transaction_time') && !known.has('transaction_time')) {
    const time = firstTime(context);
    if (time !== undefined)
      choices.set('transaction_time', { ...plain(time.value, 0.76, 'time:unlabelled'), spans: [time] });
  }
  return choices;
}

const MAIN_DATES = ['transaction_date', 'invoice_date', 'statement_date'];
/** A receipt prints its date without a label more often than with one. */
const RECEIPT_SCORE = 0.78;
const LETTER_SCORE = 0.6;
/** Minimum label weight at which a date belongs to the label's field. */
const CLAIM = 0.6;
const OTHER_ROLES: readonly LabelRole[] = [
  'due_date',
  'delivery_date',
  'order_date',
  'print_date',
  'period',
  'service_period',
  'period_start',
  'period_end',
];

function firstFreeDate(context: ResolveContext): DateCandidate | undefined {
  const claimed = new Set(
    OTHER_ROLES.flatMap((role) =>
      (context.links.get(role) ?? []).filter((link) => linkWeight(link) > CLAIM).map((link) => link.candidate),
    ),
  );
  const dates = context.pages
    .slice(0, 1)
    .flatMap((page) => [...page.candidates.values()].flat().filter(isKind('date')));
  const free = dates.filter((date) => !claimed.has(date) && dateValue(date, context.locale) !== undefined);
  return context.documentType === 'receipt' ? mostPrinted(free, context) : free[0];
}

/** Tills print the date more than once; when readings differ, the more frequent one is more likely correct. */
function mostPrinted(dates: readonly DateCandidate[], context: ResolveContext): DateCandidate | undefined {
  const times = (date: DateCandidate) =>
    dates.filter((other) => dateValue(other, context.locale)?.value === dateValue(date, context.locale)?.value).length;
  return dates.toSorted((a, b) => times(b) - times(a))[0];
}

/** The first time of day on the first page; seconds or am/pm distinguish it from a ratio. */
function firstTime(context: ResolveContext): TimeCandidate | undefined {
  const times = context.pages
    .slice(0, 1)
    .flatMap((page) => [...page.candidates.values()].flat().filter(isKind('time')));
  const dates = new Set(
    context.pages.flatMap((page) =>
      [...page.candidates.values()]
        .flat()
        .filter(isKind('date'))
        .map((date) => date.segment.line),
    ),
  );
  return times.find((time) => dates.has(time.segment.line)) ?? times[0];
}

function unlabelledChoice(date: DateCandidate, score: number, context: ResolveContext): Choice {
  const reading = dateValue(date, context.locale);
  const choice = plain(reading?.value ?? '', score, 'date:unlabelled');
  const other = reading?.other;
  return {
    ...choice,
    spans: [date],
    alternatives: other === undefined ? [] : [{ value: other, confidence: 0.4 }],
    ambiguous: other !== undefined,
  };
}

function plain(value: string, score: number, rule: string): Choice {
  return choiceOf({ value, spans: [], score, rule });
}
