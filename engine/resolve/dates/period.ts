import type { DateCandidate } from '../../candidates/candidate.ts';
import { isKind } from '../../candidates/candidate.ts';
import type { Choice, Choices } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { linkWeight } from '../base/link-weight.ts';
import { dateValue } from '../base/locale.ts';
import { resolveLabelled } from '../labelled/labelled.ts';
import { pricedRanges } from '../rows/priced-ranges.ts';

/**
 * The period a document covers: two dates after one label (`Flight Dates: 03/03/20 - 03/09/20`), two separate labels
 * (`Start date`, `End date`), or the only range printed without a label.
 */
export function resolvePeriod(context: ResolveContext): Choices {
  const labelled = labelledRange(context);
  if (labelled !== undefined) return toChoices(labelled, context);
  const start = resolveLabelled({ ...START, floor: 0.6 }, context);
  const end = resolveLabelled({ ...END, floor: 0.6 }, context);
  if (start !== undefined && end !== undefined && start.value <= end.value) {
    return new Map([
      [START.name, start],
      [END.name, end],
    ]);
  }
  const printed = onlyRange(context) ?? rangeOfLines(context);
  if (printed !== undefined) return toChoices(printed, context);
  const only = start ?? end ?? onlyDateOfPeriod(context);
  return only === undefined ? new Map() : new Map([[only === end ? END.name : START.name, only]]);
}

const START = { name: 'service_start_date', kind: 'date', roles: [['period_start', 1]] } as const;
const END = { name: 'service_end_date', kind: 'date', roles: [['period_end', 1]] } as const;

/** Ordered by preference: the service period before the billing period. */
const RANGE_ROLES = [
  ['service_period', 1],
  ['period', 0.85],
] as const;
const RANGE_FLOOR = 0.45;
/** Score of a range without a label: low enough to need review. */
const UNLABELLED_SCORE = 0.7;

interface Range {
  readonly dates: readonly [DateCandidate, DateCandidate];
  readonly score: number;
  readonly rule: string;
}

function toChoices(range: Range, context: ResolveContext): Choices {
  const choices: Choices = new Map();
  for (const [name, date] of [
    [START.name, range.dates[0]],
    [END.name, range.dates[1]],
  ] as const) {
    const reading = dateValue(date, context.locale);
    if (reading === undefined) continue;
    choices.set(name, {
      value: reading.value,
      spans: [date],
      score: range.score,
      rule: range.rule,
      alternatives: reading.other === undefined ? [] : [{ value: reading.other, confidence: 0.4 }],
      checks: [],
      proof: false,
      ambiguous: reading.other !== undefined,
    });
  }
  return choices;
}

function labelledRange(context: ResolveContext): Range | undefined {
  let best: Range | undefined;
  for (const [role, weight] of RANGE_ROLES) {
    for (const link of context.links.get(role) ?? []) {
      const first = link.candidate;
      if (first.kind !== 'date' || link.steps > 0) continue;
      const second = dateAfter(first, context);
      if (second === undefined || !inOrder(first, second, context)) continue;
      const score = linkWeight(link) * weight;
      if (score > RANGE_FLOOR && score > (best?.score ?? 0)) {
        best = { dates: [first, second], score, rule: `label:${link.label.phrase}/range` };
      }
    }
  }
  return best;
}

/** One date behind the label of a period is its first day. */
function onlyDateOfPeriod(context: ResolveContext): Choice | undefined {
  return resolveLabelled(
    {
      name: START.name,
      kind: 'date',
      roles: RANGE_ROLES.map(([role, weight]) => [role, weight * LONE_SHARE]),
      floor: 0.6,
    },
    context,
  );
}

/** A period of which one day is printed says less than one with both. */
const LONE_SHARE = 0.8;

/** An order without a printed period runs from the first day of its lines to the last. */
function rangeOfLines(context: ResolveContext): Range | undefined {
  if (!(context.links.get('gross_amount') ?? []).some(({ candidate }) => candidate.kind === 'amount')) return undefined;
  const lines = pricedRanges(context);
  const first = lines.toSorted((a, b) => a.from.localeCompare(b.from))[0];
  const last = lines.toSorted((a, b) => b.to.localeCompare(a.to))[0];
  if (first === undefined || last === undefined || lines.length < 2) return undefined;
  return { dates: [first.dates[0], last.dates[1]], score: UNLABELLED_SCORE, rule: 'range:lines' };
}

function inOrder(first: DateCandidate, second: DateCandidate, context: ResolveContext): boolean {
  const [from, to] = [dateValue(first, context.locale), dateValue(second, context.locale)];
  return from !== undefined && to !== undefined && from.value <= to.value;
}

/** The date that follows another in its segment, or starts one of the next two segments of the line. */
function dateAfter(first: DateCandidate, context: ResolveContext): DateCandidate | undefined {
  const page = context.pages[first.segment.page - 1];
  const line = page?.layout.lines[first.segment.line];
  if (page === undefined || line === undefined) return undefined;
  for (const segment of line.segments.slice(first.segment.place, first.segment.place + 3)) {
    for (const candidate of page.candidates.get(segment) ?? []) {
      if (candidate.kind !== 'date') continue;
      if (segment === first.segment && candidate.textStart < first.textEnd) continue;
      return candidate;
    }
  }
  return undefined;
}

const RANGE_SIGN = /^\s*(?:[-–—−]|to|bis|au|al|a|do|t\/m|through|until)\s*$/;

/** A sign or word for "to", or nothing if the finder split one range into its two dates. */
function joins(text: string): boolean {
  return text.length <= 1 || RANGE_SIGN.test(text);
}

/** The range "date - date" of the document, if all such ranges in it are equal. */
function onlyRange(context: ResolveContext): Range | undefined {
  let only: Range | undefined;
  for (const page of context.pages) {
    for (const [segment, candidates] of page.candidates) {
      const dates = candidates.filter(isKind('date'));
      for (const [i, first] of dates.entries()) {
        const second = dates[i + 1];
        if (second === undefined || !joins(segment.text.slice(first.textEnd, second.textStart))) continue;
        if (!inOrder(first, second, context)) continue;
        if (only !== undefined && !sameRange(only.dates, [first, second])) return undefined;
        only ??= { dates: [first, second], score: UNLABELLED_SCORE, rule: 'range:unlabelled' };
      }
    }
  }
  return only;
}

function sameRange(a: Range['dates'], b: Range['dates']): boolean {
  return a.every((date, i) => date.reading.dayFirst === b[i]?.reading.dayFirst);
}
