import type { PageCandidates } from '../../candidates/collect.ts';
import type { Line } from '../../layout/lines.ts';

/** A percentage in a line of suggestions. */
const PERCENT = /(?<![\d.,])(\d{1,2})\s?%/;
/** Suggestions stand at most this many lines under the words that announce them, and from each other. */
const LINES_UNDER = 6;
const LINES_APART = 2;

const linesOf = new WeakMap<PageCandidates, ReadonlySet<number>>();

/**
 * Lines that suggest tips: several percentages under each other, with a word for tips in the line or above. What they
 * print was neither given nor paid.
 */
export function suggestedTipLines(page: PageCandidates): ReadonlySet<number> {
  const known = linesOf.get(page);
  if (known !== undefined) return known;
  const tips = page.layout.lines.filter((line) => hasTipLabel(page, line)).map(({ index }) => index);
  const found = page.layout.lines.filter(
    (line) => percentOf(line) !== undefined && tips.some((at) => at <= line.index && line.index - at <= LINES_UNDER),
  );
  const lines = new Set(
    found
      .filter((line) =>
        found.some(
          (other) =>
            other !== line && Math.abs(other.index - line.index) <= LINES_APART && percentOf(other) !== percentOf(line),
        ),
      )
      .map(({ index }) => index),
  );
  linesOf.set(page, lines);
  return lines;
}

function hasTipLabel(page: PageCandidates, line: Line): boolean {
  return line.segments.some((segment) => page.labels.get(segment)?.some(({ roles }) => roles.includes('tip')));
}

function percentOf(line: Line): string | undefined {
  for (const { text } of line.segments) {
    const percent = PERCENT.exec(text)?.[1];
    if (percent !== undefined) return percent;
  }
  return undefined;
}
