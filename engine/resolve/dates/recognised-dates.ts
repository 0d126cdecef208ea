import type { DateCandidate } from '../../candidates/candidate.ts';
import { isKind } from '../../candidates/candidate.ts';
import type { PageCandidates } from '../../candidates/collect.ts';
import { type Line, mergeSegments, type Segment, spanOfText } from '../../layout/lines.ts';
import type { DateReading } from '../../normalise/date-reading.ts';
import { findDates } from '../../normalise/dates.ts';
import { findNoisyDate } from '../../normalise/noisy-dates.ts';
import type { Choice } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { dateValue } from '../base/locale.ts';

/**
 * Finds the date of a recognised receipt when none was found as printed: first across the gaps of a line, then with
 * misread characters corrected. The latter is a guess and always needs review.
 */

const WIDE_SCORE = 0.74;
const GUESS_SCORE = 0.5;
/** Word for a date. Only lines with such a word or a time are searched; digits elsewhere are other numbers. */
const DATE_WORD = /\b(?:date|datum|fecha|data|dd|tarikh|tanggal)\b/i;

export function dateOfRecognisedLine(context: ResolveContext): Choice | undefined {
  const page = context.pages[0];
  if (page === undefined || page.layout.page.source !== 'ocr') return undefined;
  const merged = page.layout.lines.flatMap((line) => {
    const segment = mergeSegments(line);
    return segment === undefined ? [] : [{ line, segment }];
  });
  for (const { segment } of merged) {
    const [reading] = findDates(segment.text);
    const choice = reading === undefined ? undefined : recognisedChoice(segment, reading, WIDE_SCORE, context);
    if (choice !== undefined) return choice;
  }
  const likely = merged.filter(({ line, segment }) => DATE_WORD.test(segment.text) || hasTime(line, page));
  for (const { segment } of likely) {
    const reading = findNoisyDate(segment.text);
    const choice = reading === undefined ? undefined : recognisedChoice(segment, reading, GUESS_SCORE, context);
    if (choice !== undefined) return choice;
  }
  return undefined;
}

function hasTime(line: Line, page: PageCandidates): boolean {
  return line.segments.some((segment) => (page.candidates.get(segment) ?? []).some(isKind('time')));
}

function recognisedChoice(
  segment: Segment,
  reading: DateReading,
  score: number,
  context: ResolveContext,
): Choice | undefined {
  const { start, end } = spanOfText(segment, reading.start, reading.end);
  const text = segment.text.slice(reading.start, reading.end);
  const place = { segment, start, end, textStart: reading.start, textEnd: reading.end, text };
  const candidate: DateCandidate = { kind: 'date', ...place, reading };
  const read = dateValue(candidate, context.locale);
  if (read === undefined) return undefined;
  return {
    value: read.value,
    spans: [{ segment, start, end }],
    score,
    rule: score === GUESS_SCORE ? 'date:misread_signs' : 'date:over_gaps',
    alternatives: read.other === undefined ? [] : [{ value: read.other, confidence: 0.4 }],
    checks: [],
    proof: false,
    ambiguous: read.other !== undefined,
  };
}
