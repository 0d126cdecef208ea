import type { Span } from '../../layout/lines.ts';
import type { Word } from '../../model.ts';

/** True if the text was recognised in an image; text from a text layer is exact. */
export function isRecognised(span: Span): boolean {
  return wordsOf(span).some(({ confidence }) => confidence !== undefined);
}

/** True if the text comes from a text layer, or two different recognisers agree on each of its words. */
export function isSurelyRead(span: Span): boolean {
  return wordsOf(span).every(
    ({ text, confidence, agreed }) => confidence === undefined || agreed === true || !/[\p{L}\p{N}]/u.test(text),
  );
}

/** The same positions, reliably read ones first. */
export function surestFirst<T extends Span>(places: readonly T[]): readonly T[] {
  return places.toSorted((a, b) => Number(isSurelyRead(b)) - Number(isSurelyRead(a)));
}

function wordsOf({ segment, start, end }: Span): readonly Word[] {
  return segment.words.slice(start, end);
}
