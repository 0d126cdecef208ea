import type { EngineHost } from '#engine/model';
import type { Picture } from '../image/picture.ts';
import { cutOut } from './band-picture.ts';
import type { Band } from './bands.ts';
import { LINE_HEIGHT, type LineReader } from './line-reader.ts';
import type { RecognisedWord } from './recogniser.ts';
import { settleWord } from './settle-word.ts';
import { shareLetters } from './share-letters.ts';
import { cutStrips } from './strips.ts';

/** Words of a band after a second reader has looked at what is unsure or has digits, line by line. */
export async function readAgain(
  words: readonly RecognisedWord[],
  band: Band,
  picture: Picture,
  slope: number,
  reader: LineReader,
  host: EngineHost,
): Promise<readonly RecognisedWord[]> {
  const settled = new Map<RecognisedWord, RecognisedWord>();
  for (const strip of cutStrips(words)) {
    const { a0, b0, a1, b1 } = strip.box;
    const onPage = { a0: band.a0 + a0, b0: band.b0 + b0, a1: band.a0 + a1, b1: band.b0 + b1 };
    // A hair less, so that rounding up gives the very height.
    const scale = (LINE_HEIGHT - 0.001) / (b1 - b0);
    const letters = await reader.read(cutOut(picture, onPage, slope, scale));
    await host.pause();
    const seconds = shareLetters(strip, letters);
    strip.words.forEach((word, index) => {
      settled.set(word, settleWord(word, seconds[index] ?? { text: '', certainty: 0 }));
    });
  }
  return words.map((word) => settled.get(word) ?? word);
}
