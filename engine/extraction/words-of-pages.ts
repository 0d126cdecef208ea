import type { PageWord } from '#core/domain/result';
import type { ReadDocument } from '../model.ts';
import type { Pace } from '../pace.ts';
import { boxOnPage } from './turn-back.ts';

/** Copying a word costs a quarter of looking at it. */
const COPY_COST = 1 / 4;

/** The words of each page, with boxes on the page as it was before it was set upright. */
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
