import { type PageLayout, type Span, unionBox } from '../../layout/lines.ts';
import type { Word } from '../../model.ts';

/** The ranges of segments formed by some words of a page, in reading order. */
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

/**
 * The span of some characters of a fixed-pitch line that is read as one word or a few: cells `from` to `to` of
 * `length`. Its confidence is the lowest of its words, and it is agreed if all of them are.
 */
export function cellsOf(words: readonly Word[], page: number, text: string, from: number, length: number): Span[] {
  const first = words[0];
  if (first === undefined || text === '') return [];
  const [x0, y0, x1, y1] = unionBox(words.map(({ box }) => box));
  const cell = (x1 - x0) / length;
  const box = [x0 + from * cell, y0, x0 + (from + text.length) * cell, y1] as const;
  const sure = words.flatMap(({ confidence }) => confidence ?? []);
  const { agreed: _, ...firstAlone } = first;
  const word: Word = {
    ...firstAlone,
    text,
    box,
    ...(sure.length > 0 && { confidence: Math.min(...sure) }),
    ...(words.every(({ agreed }) => agreed) && { agreed: true as const }),
  };
  const segment = {
    page,
    line: 0,
    place: 0,
    words: [word],
    text,
    offsets: [0],
    box,
    size: first.size,
    bold: first.bold,
  };
  return [{ segment, start: 0, end: 1 }];
}
