import type { Paragraph, Run } from './block.ts';

/** Letters set in one step (about 10 ms). A sheet holds 5,000; what is longer is data, and may be cut anywhere. */
const MAX_PARAGRAPH_LETTERS = 20_000;
/** Changes of style in one step; each word of a dense page may have its own. */
const MAX_PARAGRAPH_RUNS = 4_000;

/** A paragraph, or several where it is longer than one step may take. */
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
