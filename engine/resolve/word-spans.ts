import type { PageLayout, Span } from '../layout/lines.ts';
import type { Word } from '../model.ts';

/** The stretches of segments that some words of a page make up, in reading order. */
export function spansOf(layout: PageLayout, words: readonly Word[]): Span[] {
  const wanted = new Set(words);
  const spans: Span[] = [];
  for (const { segments } of layout.lines) {
    for (const segment of segments) {
      let start = -1;
      for (let index = 0; index <= segment.words.length; index++) {
        const word = segment.words[index];
        const inside = word !== undefined && wanted.has(word);
        if (inside && start < 0) start = index;
        if (!inside && start >= 0) {
          spans.push({ segment, start, end: index });
          start = -1;
        }
      }
    }
  }
  return spans;
}
