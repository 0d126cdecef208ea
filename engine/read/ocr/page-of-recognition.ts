import type { Box, PageInfo } from '#core/domain/result';
import type { EngineHost, ReadPage } from '#engine/model';
import { readFormCells } from '../form-cells/read-cells.ts';
import type { Picture, PixelSize } from '../image/picture.ts';
import { turnedSize } from '../image/turn.ts';
import { withZone } from '../mrz/read-zone.ts';
import { PAGE_WORK, type ReadingBudget } from './reading-budget.ts';
import { type Recognition, recognisePage } from './recognise-page.ts';
import { RecogniserFailed } from './recogniser.ts';

/** Smaller slopes move no word by more than one pixel in a thousand. */
const LEVEL = 0.001;

/**
 * Recognises a grey page image of the given size (in `unit`). A page on which recognition fails or finds nothing is
 * listed without words; one whose work budget ran out is marked as truncated. The line reader's work is deducted from
 * `budget`.
 */
export async function pageOfRecognition(
  page: number,
  picture: Picture,
  size: PixelSize,
  unit: PageInfo['unit'],
  budget: ReadingBudget,
  host: EngineHost,
): Promise<ReadPage> {
  const blank: ReadPage = { page, width: size.width, height: size.height, unit, source: 'none', words: [] };
  budget.work = PAGE_WORK;
  const recognition = await recogniseOrGiveUp(picture, budget, host);
  if (recognition === undefined) return blank;
  const { orientation, slope, words, cells, outcome } = recognition;
  if (words.length === 0) return outcome === 'unreadable' ? { ...blank, unreadable: true } : blank;
  const upright = turnedSize(size, orientation);
  const across = upright.width / recognition.picture.width;
  const down = upright.height / recognition.picture.height;
  const read: ReadPage = {
    ...blank,
    ...upright,
    source: 'ocr',
    ...(outcome === 'partial' && { truncated: 'budget' as const }),
    words: words.map((word) => ({ ...word, box: scaled(word.box, across, down), size: round(word.size * down) })),
    ...(cells.length > 0 && { cells: cells.map((cell) => scaled(cell, across, down)) }),
  };
  return orientation === 1 && Math.abs(slope) < LEVEL ? read : { ...read, tilt: { orientation, slope } };
}

async function recogniseOrGiveUp(
  picture: Picture,
  budget: ReadingBudget,
  host: EngineHost,
): Promise<(Recognition & { readonly cells: readonly Box[] }) | undefined> {
  try {
    const read = await recognisePage(picture, budget, host);
    const boxed = await readFormCells(read.words, read.picture, read.slope, budget, host);
    const words = await withZone(boxed.words, read.picture, read.slope, host);
    return { ...read, words, cells: boxed.cells, ...(boxed.partial && { outcome: 'partial' as const }) };
  } catch (error) {
    if (!(error instanceof RecogniserFailed)) throw error;
    return undefined;
  }
}

function scaled([x0, y0, x1, y1]: Box, across: number, down: number): Box {
  return [round(x0 * across), round(y0 * down), round(x1 * across), round(y1 * down)];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
