import type { Span } from '../../layout/lines.ts';
import type { Word } from '../../model.ts';
import type { ResolveContext } from '../base/context.ts';

/** The place of words that a table took from a page; undefined if a segment does not hold them all. */
export function spanOfWords(
  context: ResolveContext,
  { page, words }: { readonly page: number; readonly words: readonly Word[] },
): Span | undefined {
  const [first] = words;
  if (first === undefined) return undefined;
  const isSame = (one: Word, other: Word | undefined) =>
    one.text === other?.text && one.box[0] === other.box[0] && one.box[1] === other.box[1];
  for (const { segments } of context.pages[page - 1]?.layout.lines ?? []) {
    for (const segment of segments) {
      const start = segment.words.findIndex((word) => isSame(word, first));
      if (start < 0) continue;
      const isWhole = words.every((word, index) => isSame(word, segment.words[start + index]));
      return isWhole ? { segment, start, end: start + words.length } : undefined;
    }
  }
  return undefined;
}
