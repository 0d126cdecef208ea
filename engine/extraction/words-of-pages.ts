import type { PageWord } from '#core/domain/result';
import type { ReadDocument } from '../model.ts';
import type { Pace } from '../pace.ts';
import { boxOnPage } from './turn-back.ts';

/** Copying a word costs a quarter of examining it. */
const COPY_COST = 1 / 4;

/** Returns the words of each page, with boxes in the original orientation. */
export async function wordsOfPages({ pages }: ReadDocument, pace: Pace): Promise<readonly (readonly PageWord[])[]> {
  const words: PageWord[][] = [];
  for (const page of pages) {
    words.push(
      page.words.map(({ text, box, confidence }) => ({
        text,
        box: boxOnPage(box, page),
        ...(confidence !== undefined && { confidence }),
      })),
    );
    await pace.spend(COPY_COST * page.words.length);
  }
  return words;
}
