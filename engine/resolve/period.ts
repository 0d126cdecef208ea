import type { DateCandidate } from '../candidates/candidate.ts';
import type { Link } from '../candidates/links.ts';
import type { Choices } from './choice.ts';
import type { ResolveContext } from './context.ts';
import { resolveLabelled } from './labelled.ts';
import { dateValue } from './locale.ts';
import { linkWeight } from './weights.data.ts';

/**
 * The period a document covers: two dates after one label (`Flight Dates: 03/03/20 - 03/09/20`), or two labels of
 * their own (`Start date`, `End date`).
 */
export function resolvePeriod(context: ResolveContext): Choices {
  const range = bestRange(context);
  const choices: Choices = new Map();
  if (range !== undefined) {
    const [start, end] = range.dates;
    for (const [name, date] of [
      ['service_start_date', start],
      ['service_end_date', end],
    ] as const) {
      const reading = dateValue(date, context.locale);
      if (reading === undefined) continue;
      choices.set(name, {
        value: reading.value,
        spans: [date],
        score: range.score,
        rule: `label:${range.link.label.phrase}/range`,
        alternatives: reading.other === undefined ? [] : [{ value: reading.other, confidence: 0.4 }],
        checks: [],
        proof: false,
        ambiguous: reading.other !== undefined,
      });
    }
    return choices;
  }
  const start = resolveLabelled(
    { name: 'service_start_date', kind: 'date', roles: [['period_start', 1]], floor: 0.6 },
    context,
  );
  const end = resolveLabelled(
    { name: 'service_end_date', kind: 'date', roles: [['period_end', 1]], floor: 0.6 },
    context,
  );
  if (start === undefined || end === undefined || start.value > end.value) return choices;
  return choices.set('service_start_date', start).set('service_end_date', end);
}

interface Range {
  readonly dates: readonly [DateCandidate, DateCandidate];
  readonly score: number;
  readonly link: Link;
}

/** The period of the service says more than the period of billing. */
const RANGE_ROLES = [['service_period', 1], ['period', 0.85]] as const;

function bestRange(context: ResolveContext): Range | undefined {
  let best: Range | undefined;
  for (const [role, weight] of RANGE_ROLES) for (const link of context.links.get(role) ?? []) {
    const first = link.candidate;
    if (first.kind !== 'date' || link.steps > 0) continue;
    const second = dateAfter(first, context);
    if (second === undefined) continue;
    const [from, to] = [dateValue(first, context.locale), dateValue(second, context.locale)];
    if (from === undefined || to === undefined || from.value > to.value) continue;
    const score = linkWeight(link) * weight;
    if (score > 0.45 && score > (best?.score ?? 0)) best = { dates: [first, second], score, link };
  }
  return best;
}

/** The date that follows another in its segment, or opens the next segment of the line, with only a joining word between. */
function dateAfter(first: DateCandidate, context: ResolveContext): DateCandidate | undefined {
  const page = context.pages.find((known) => known.layout.page.page === first.segment.page);
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
