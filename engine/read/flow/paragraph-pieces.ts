import type { Paragraph, Run } from './block.ts';

/**
 * Characters laid out in one step (about 10 ms). A sheet holds 5,000; a longer paragraph is data and may be split
 * anywhere.
 */
const MAX_PARAGRAPH_LETTERS = 20_000;
/** Style changes in one step; on a dense page each word may have its own style. */
const MAX_PARAGRAPH_RUNS = 4_000;

/** Yields the paragraph, split into several if it is too long for one step. */
export function* piecesOf(paragraph: Paragraph): Generator<Paragraph> {
  let runs: Run[] = [];
  let letters = 0;
  for (const run of paragraph.runs) {
    for (let from = 0; from < Math.max(1, run.text.length); ) {
      if (letters >= MAX_PARAGRAPH_LETTERS || runs.length >= MAX_PARAGRAPH_RUNS) {
        yield { ...paragraph, runs };
        runs = [];
        letters = 0;
      }
      const text = run.text.slice(from, from + MAX_PARAGRAPH_LETTERS - letters);
      runs.push(text.length === run.text.length ? run : { ...run, text });
      letters += text.length;
      from += Math.max(1, text.length);
    }
  }
  yield { ...paragraph, runs };
}
