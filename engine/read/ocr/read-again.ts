import type { EngineHost } from '#engine/model';
import type { Picture } from '../image/picture.ts';
import { cutOut } from './band-picture.ts';
import type { Band } from './bands.ts';
import { LINE_HEIGHT, type LineReader, LineReaderFailed, MAX_LINE_COLUMNS, openLineReader } from './line-reader.ts';
import { COLUMN_WORK, PAGE_COLUMNS, type ReadingBudget } from './reading-budget.ts';
import type { RecognisedWord } from './recogniser.ts';
import { settleWord } from './settle-word.ts';
import { shareLetters } from './share-letters.ts';
import { cutStrips, isMoneyCode, type Strip } from './strips.ts';

/** A band of the page and the words recognised in it, in pixels from its top left corner. */
export interface BandWords {
  readonly band: Band;
  readonly words: readonly RecognisedWord[];
  /** Confidence too low to be text. */
  readonly hopeless: boolean;
  /** Confidence so low that another size did not help. */
  readonly poor?: boolean;
}

/** Share of the page, from its top, that contains names and dates. */
const HEAD_SHARE = 0.2;
/** Words with more digits are amounts, dates and numbers, not counts. */
const FEW_DIGITS = 2;
/** `12.50`, `1,204.00`; `17/05/2024`, `2024-05-17`, `17.5.24`. */
const MONEY_OR_DAY = /\d[.,]\d{2}(?!\d)|\d[./-]\d{1,2}[./-]\d/;

interface StripOnPage {
  readonly strip: Strip;
  readonly place: Band;
  /** Width of the line reader's input, in pixels. */
  readonly columns: number;
  readonly worth: number;
}

/**
 * Runs the line reader on words that are uncertain or contain digits, most valuable first, as far as the budget allows,
 * and returns the updated bands. If the line reader fails, the page stays as recognised and `host.degraded` is called.
 */
export async function readAgain(
  bands: readonly BandWords[],
  picture: Picture,
  slope: number,
  budget: ReadingBudget,
  host: EngineHost,
): Promise<readonly BandWords[]> {
  const chosen = withinBudget(stripsOf(bands, picture.height), budget);
  if (chosen.length === 0) return bands;
  try {
    const reader = await openLineReader((await host.ocr()).lineReader);
    const settled = new Map<RecognisedWord, RecognisedWord>();
    for (const { strip, place } of chosen) {
      for (const [word, better] of settle(strip, place, picture, slope, reader)) settled.set(word, better);
      await host.pause();
    }
    return bands.map((band) => ({ ...band, words: band.words.map((word) => settled.get(word) ?? word) }));
  } catch (error) {
    if (!(error instanceof LineReaderFailed)) throw error;
    host.degraded?.('line_reader', error);
    return bands;
  }
}

function stripsOf(bands: readonly BandWords[], pageHeight: number): StripOnPage[] {
  return bands
    .filter(({ hopeless }) => !hopeless)
    .flatMap(({ band, words }) =>
      cutStrips(words).map((strip) => {
        const { a0, b0, a1, b1 } = strip.box;
        const place = { a0: band.a0 + a0, b0: band.b0 + b0, a1: band.a0 + a1, b1: band.b0 + b1 };
        const columns = Math.ceil(((a1 - a0) * LINE_HEIGHT) / (b1 - b0));
        return { strip, place, columns, worth: worthOf(strip, place.b0 < HEAD_SHARE * pageHeight) };
      }),
    );
}

/**
 * Priority: words that checks can confirm (money and dates) before other numbers, those before names, names before the
 * rest.
 */
function worthOf({ words }: Strip, inHead: boolean): number {
  const numbers = words.some(({ text }) => text.replace(/\D/g, '').length > FEW_DIGITS);
  const provable = words.some((word) => MONEY_OR_DAY.test(word.text) || isMoneyCode(word));
  const kind = provable ? PROVABLE : numbers ? 2 : 0;
  return kind + (inHead ? 1 : 0);
}

const PROVABLE = 4;

function lowestFirst(a: StripOnPage, b: StripOnPage): number {
  return a.worth < PROVABLE ? 0 : b.place.b0 - a.place.b0;
}

/**
 * Selects the most valuable strips that fit the budget, returns them in page order and deducts their cost. Among
 * amounts the lowest on the page come first: totals are printed below the amounts they sum up.
 */
function withinBudget(strips: readonly StripOnPage[], budget: ReadingBudget): StripOnPage[] {
  let left = Math.min(PAGE_COLUMNS, budget.columns, budget.work / COLUMN_WORK);
  const kept = new Set<StripOnPage>();
  for (const strip of strips.toSorted((a, b) => b.worth - a.worth || lowestFirst(a, b))) {
    if (strip.columns > Math.min(left, MAX_LINE_COLUMNS)) continue;
    left -= strip.columns;
    budget.columns -= strip.columns;
    budget.work -= COLUMN_WORK * strip.columns;
    kept.add(strip);
  }
  return strips.filter((strip) => kept.has(strip));
}

function settle(
  strip: Strip,
  place: Band,
  picture: Picture,
  slope: number,
  reader: LineReader,
): readonly (readonly [RecognisedWord, RecognisedWord])[] {
  // Slightly less, so that rounding up yields exactly this height.
  const scale = (LINE_HEIGHT - 0.001) / (place.b1 - place.b0);
  const seconds = shareLetters(strip, reader.read(cutOut(picture, place, slope, scale)));
  return strip.words.map((word, index) => [word, settleWord(word, seconds[index] ?? { text: '', certainty: 0 })]);
}
