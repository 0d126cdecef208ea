import { buildLines } from '../layout/lines.ts';
import type { ReadOutcome } from '../model.ts';

/** The text of a document line by line; cells of a line are separated by a bar. For tests. */
export function linesOf(outcome: ReadOutcome): string[] {
  if (!outcome.ok) throw new Error(`not read: ${outcome.error.code} ${outcome.error.message}`);
  return outcome.document.pages.flatMap((page) =>
    buildLines(page).lines.map((line) => line.segments.map((segment) => segment.text).join(' | ')),
  );
}
