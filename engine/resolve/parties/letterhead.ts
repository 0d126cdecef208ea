import type { PageCandidates } from '../../candidates/collect.ts';
import { partyFromLine } from '../../candidates/parties.ts';
import type { PartyCandidate } from '../../candidates/party-block.ts';
import { opensWithLabel } from '../../candidates/party-column.ts';
import { POSTAL_LINE } from '../../candidates/party-words.ts';
import { type Line, mergeSegments, type Segment } from '../../layout/lines.ts';
import type { ResolveContext } from '../base/context.ts';

/** Lines at the head of the first page that do not start with a label: the letterhead or the top of a receipt. */
export function letterheadLines(context: ResolveContext): PartyCandidate[] {
  const page = context.pages[0];
  if (page === undefined) return [];
  const lines = page.layout.lines.slice(0, 14).filter((line) => line.box[1] < page.layout.page.height * 0.35);
  return lines.flatMap((line) => {
    const names = line.segments.filter((segment) => isNameLike(page, segment));
    const spread =
      line.index < HEAD_LINES && names.length > 1 && names.length === line.segments.length
        ? mergeSegments(line)
        : undefined;
    const merged = spread !== undefined && isSpread(line) ? [spread] : names;
    return merged.flatMap((segment) => partyFromLine(page, segment) ?? []);
  });
}

/** Number of lines at the very top that may be one name set with wide gaps. */
const HEAD_LINES = 3;
/** Gaps wider than this many letter heights separate columns, not words. */
const SPREAD_GAP = 1.6;

function isSpread(line: Line): boolean {
  return line.segments.every((segment, i) => {
    const previous = line.segments[i - 1];
    return previous === undefined || segment.box[0] - previous.box[2] < SPREAD_GAP * Math.max(segment.size, 1);
  });
}

function isNameLike(page: PageCandidates, segment: Segment): boolean {
  if (segment.words.length > 8 || opensWithLabel(page, segment) || POSTAL_LINE.test(segment.text)) return false;
  const labels = page.labels.get(segment) ?? [];
  if (labels.some((label) => label.end - label.start >= segment.words.length)) return false;
  const digits = segment.text.replace(/\D/g, '').length;
  return digits <= 3 && !/[:@]/.test(segment.text);
}
