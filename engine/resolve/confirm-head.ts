import { type DateCandidate, isKind } from '../candidates/candidate.ts';
import type { LabelRole } from '../candidates/labels.ts';
import type { Link } from '../candidates/links.ts';
import type { Span } from '../layout/lines.ts';
import type { Choice, Choices } from './base/choice.ts';
import type { ResolveContext } from './base/context.ts';
import { linkWeight } from './base/link-weight.ts';
import { dateValue } from './base/locale.ts';

/**
 * Evidence for the document number and date beyond their labels: the file's properties, a date inside the number, the
 * same date under another label. It applies only to values with a clear label of their own.
 */

/** Minimum score of the choice's own label. */
const CLEAR_NUMBER = 0.68;
const CLEAR_DATE = 0.68;
/** Shorter numbers occur in a title by chance. */
const LEAST_SIGNS = 4;
/** Minimum link score of the other label. */
const OTHER_LABEL = 0.6;
const DATE_FIELDS = ['invoice_date', 'transaction_date'] as const;
const NUMBER_FIELDS = ['invoice_number', 'order_number', 'contract_number'] as const;

/** Labels of numbers that a file title could contain just as well. */
const NUMBER_ROLES: readonly LabelRole[] = [
  'invoice_number',
  'order_number',
  'purchase_order_number',
  'contract_number',
  'customer_id',
];

export function confirmHead(choices: Choices, context: ResolveContext): void {
  for (const name of NUMBER_FIELDS) confirmByTitle(name, choices, context);
  confirmByOrder(choices);
  for (const name of DATE_FIELDS) {
    confirmByFileDate(name, choices, context);
    confirmByOtherLabel(name, choices, context);
    confirmByNumber(name, choices, context);
  }
}

/** The title property of the file contains the number, and no number of another field. */
function confirmByTitle(name: string, choices: Choices, context: ResolveContext): void {
  const choice = choices.get(name);
  const title = context.properties?.title;
  if (choice === undefined || title === undefined || !isClear(choice, CLEAR_NUMBER)) return;
  const wanted = signs(choice.value);
  if (wanted.length < LEAST_SIGNS || !/\d/.test(wanted) || !wordsOf(title).has(wanted)) return;
  const named = wordsOf(title);
  const rival = NUMBER_ROLES.flatMap((role) => context.links.get(role) ?? []).some(({ candidate }) => {
    const other = candidate.kind === 'identifier' ? signs(candidate.value) : '';
    return other !== wanted && /\d/.test(other) && named.has(other);
  });
  if (rival) return;
  choices.set(name, proved(choice, `file_title:${name}`));
}

/** `1412622-3`, the third invoice on the order `1412622`: two labels, two places, one number inside the other. */
function confirmByOrder(choices: Choices): void {
  const invoice = choices.get('invoice_number');
  if (invoice === undefined || !isClear(invoice, CLEAR_NUMBER) || isRecognised(invoice)) return;
  for (const name of ['order_number', 'contract_number'] as const) {
    const order = choices.get(name);
    if (order === undefined || !isClear(order, CLEAR_NUMBER) || signs(order.value).length < LEAST_SIGNS) continue;
    const [before, counter] = [invoice.value.slice(0, order.value.length), invoice.value.slice(order.value.length)];
    if (before !== order.value || !/^[-/.]\d{1,3}$/.test(counter)) continue;
    choices.set('invoice_number', proved(invoice, 'number_of_order'));
    choices.set(name, proved(order, 'number_of_order'));
  }
}

function wordsOf(title: string): ReadonlySet<string> {
  return new Set(title.split(/[\s,;:()]+/).map(signs));
}

/**
 * Invoicing programs create the file on the invoice date. They also print the date of printing, so the date is proved
 * only when it is not a printing date and no other date on the page is a candidate.
 */
function confirmByFileDate(name: string, choices: Choices, context: ResolveContext): void {
  const choice = choices.get(name);
  if (choice === undefined || !isClear(choice, CLEAR_DATE) || isRecognised(choice)) return;
  if (choice.value !== context.properties?.created || hasRivalDate(choice, context)) return;
  choices.set(name, proved(choice, `file_date:${name}`));
}

/** Labels of dates that depend on the document's own date. */
const DATES_OF_OTHERS: readonly LabelRole[] = ['due_date', 'period', 'service_period', 'period_start', 'period_end'];

function hasRivalDate(choice: Choice, context: ResolveContext): boolean {
  const leads = (roles: readonly LabelRole[], date: DateCandidate) =>
    roles.some((role) =>
      (context.links.get(role) ?? []).some((link) => link.candidate === date && linkWeight(link) >= OTHER_LABEL),
    );
  const dates = context.pages.flatMap((page) => [...page.candidates.values()].flat().filter(isKind('date')));
  return dates.some((date) => {
    const readings = [date.reading.dayFirst, date.reading.monthFirst];
    if (readings.includes(choice.value)) return leads(['print_date'], date);
    return !leads(DATES_OF_OTHERS, date);
  });
}

/**
 * Labels of other dates of the document: two labels leading to the same date at two positions are unlikely to be
 * misread.
 */
const OTHER_DATES: readonly LabelRole[] = ['delivery_date', 'order_date', 'statement_date'];

function confirmByOtherLabel(name: string, choices: Choices, context: ResolveContext): void {
  const choice = choices.get(name);
  if (choice === undefined || !isClear(choice, CLEAR_DATE) || isRecognised(choice)) return;
  const own = (['invoice_date', 'date'] as const)
    .flatMap((role) => context.links.get(role) ?? [])
    .filter((link) => link.candidate.kind === 'date' && isStrong(link));
  if (own.some((link) => dateOf(link, context) !== choice.value)) return;
  // The further positions of a choice are reached by shorter phrases inside other labels.
  const places = new Set(choice.spans.slice(0, 1).map(placeOf));
  const other = OTHER_DATES.flatMap((role) => context.links.get(role) ?? []).some(
    (link) =>
      isStrong(link) &&
      link.label.roles.length === 1 &&
      !places.has(placeOf(link.candidate)) &&
      dateOf(link, context) === choice.value,
  );
  if (other) choices.set(name, proved(choice, `same_date:${name}`));
}

function placeOf({ segment, start }: Span): string {
  return `${segment.page}:${segment.line}:${segment.place}:${start}`;
}

function isStrong(link: Link): boolean {
  return linkWeight(link) >= OTHER_LABEL;
}

function dateOf({ candidate }: Link, context: ResolveContext): string | undefined {
  if (candidate.kind !== 'date') return undefined;
  const reading = dateValue(candidate, context.locale);
  return reading?.other === undefined ? reading?.value : undefined;
}

/** `RE-20170509/505` of 9 May 2017: the full date inside the number proves both. */
function confirmByNumber(name: string, choices: Choices, context: ResolveContext): void {
  const date = choices.get(name);
  const number = choices.get('invoice_number');
  if (date === undefined || number === undefined || !isClear(date, CLEAR_DATE) || !isClear(number, CLEAR_NUMBER))
    return;
  if (isRecognised(date) || context.documentType === 'receipt') return;
  const [year, month, day] = date.value.split('-');
  if (year === undefined || month === undefined || day === undefined) return;
  const runs: readonly string[] = number.value.match(/(?<!\d)\d{8}(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g) ?? [];
  const spelled = new Set([`${year}${month}${day}`, `${day}${month}${year}`, `${year}-${month}-${day}`]);
  if (!runs.some((run) => spelled.has(run))) return;
  // Both fields were read from one place under one label: this is a single piece of evidence.
  if (
    date.spans.some(({ segment, start }) => number.spans.some((own) => own.segment === segment && own.start === start))
  )
    return;
  choices.set(name, proved(date, 'date_in_number'));
  choices.set('invoice_number', proved(number, 'date_in_number'));
}

function isClear(choice: Choice, least: number): boolean {
  return !choice.ambiguous && choice.score >= least && choice.rule.startsWith('label:');
}

function proved(choice: Choice, check: string): Choice {
  return { ...choice, checks: [...new Set([...choice.checks, check])], proof: true };
}

function signs(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}

/** True for a value recognised in an image, where digits may be misread. */
function isRecognised(choice: Choice): boolean {
  return choice.spans.some(({ segment }) => segment.words.some((word) => word.confidence !== undefined));
}
