import type { Span } from '../../layout/lines.ts';
import type { Word } from '../../model.ts';

/** The letters were recognised in a picture; those of a text layer are as the file has them. */
export function isRecognised(span: Span): boolean {
  return wordsOf(span).some(({ confidence }) => confidence !== undefined);
}

/** Its letters are as the file has them, or two recognisers that differ read the same in each of its words. */
export function isSurelyRead(span: Span): boolean {
  return wordsOf(span).every(
    ({ text, confidence, agreed }) => confidence === undefined || agreed === true || !/[\p{L}\p{N}]/u.test(text),
  );
}

/** The same places, those that are surely read first. */
export function surestFirst<T extends Span>(places: readonly T[]): readonly T[] {
  return places.toSorted((a, b) => Number(isSurelyRead(b)) - Number(isSurelyRead(a)));
}

function wordsOf({ segment, start, end }: Span): readonly Word[] {
  return segment.words.slice(start, end);
}
