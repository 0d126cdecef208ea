import type { PageCandidates } from '../../candidates/collect.ts';
import { isTypeTitle } from '../../classify/classify.ts';

/** Lines that contain a document type's title. */
export function titleLines(page: PageCandidates): readonly number[] {
  return page.layout.lines.flatMap((line, index) =>
    line.segments.some(({ text, words }) => words.length <= LONGEST_TITLE && isTypeTitle(text)) ? [index] : [],
  );
}

const LONGEST_TITLE = 5;
