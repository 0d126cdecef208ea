import type { EngineHost } from '#engine/model';
import type { Picture } from '../image/picture.ts';
import { cutOut } from './band-picture.ts';
import type { ReadLetter } from './decode-letters.ts';
import type { Mark } from './find-marks.ts';
import { LINE_HEIGHT, LineReaderFailed, MAX_LINE_COLUMNS, openLineReader } from './line-reader.ts';
import type { PageShape } from './page-shape.ts';
import { COLUMN_WORK, type ReadingBudget } from './reading-budget.ts';
import { findTextRuns, type TextRun } from './text-runs.ts';

/** Runs read to judge a page: 0.2 s of CPU. */
const SCOUTED_RUNS = 8;
/** Length beyond which a run is no better evidence of print. */
const LONG_RUN = 12;
/** Fewer letters can be read in anything: `1`, `l` and `O` in any wood grain. */
const MIN_LETTERS = 3;
/** Values of `scoutPrint` above which a page is certainly readable, and below which it contains no Latin print. */
export const READABLE_PRINT = 0.5;
const NO_PRINT = 0.12;
/** White margin around the letters, in heights of the run: the reader was trained on lines cropped this closely. */
const MARGIN = 0.15;

/** How closely a run resembles a line of print, judged by its ink alone. */
function likeness({ box, onBaseline }: TextRun): number {
  return onBaseline * Math.min(LONG_RUN, (box.a1 - box.a0) / Math.max(1, box.b1 - box.b0));
}

function bestRuns(runs: readonly TextRun[]): readonly TextRun[] {
  return runs.toSorted((one, other) => likeness(other) - likeness(one)).slice(0, SCOUTED_RUNS);
}

/** How closely the best lines of a page resemble print, judged by their ink alone: in [0, 12], over 8 on most pages. */
export function printLikeness(marks: readonly Mark[], shape: PageShape): number {
  const best = bestRuns(findTextRuns(marks, shape));
  return best.reduce((sum, run) => sum + likeness(run), 0) / SCOUTED_RUNS;
}

interface Scouted {
  readonly picture: Picture;
  readonly marks: readonly Mark[];
  readonly shape: PageShape;
}

/**
 * Readability of the most print-like lines of a page in one orientation, in [0, 1]. The line reader sees letters in
 * upright Latin print, and hardly any in textures, drawings and other scripts. Undefined if the reader cannot be
 * started; `host.degraded` is called then.
 */
export async function scoutPrint(
  { picture, marks, shape }: Scouted,
  budget: ReadingBudget,
  host: EngineHost,
): Promise<number | undefined> {
  const runs = bestRuns(findTextRuns(marks, shape));
  const read: (readonly ReadLetter[])[] = [];
  try {
    const reader = await openLineReader((await host.ocr()).lineReader);
    for (const { box, slope } of runs) {
      await host.pause();
      const margin = MARGIN * (box.b1 - box.b0) + 1;
      const place = { a0: box.a0 - margin, a1: box.a1 + margin, b0: box.b0 - margin, b1: box.b1 + margin };
      const cut = cutOut(picture, place, slope, (LINE_HEIGHT - 0.001) / (place.b1 - place.b0));
      if (cut.width > MAX_LINE_COLUMNS) continue;
      budget.work -= COLUMN_WORK * cut.width;
      read.push(reader.read(cut));
    }
  } catch (error) {
    if (!(error instanceof LineReaderFailed)) throw error;
    host.degraded?.('line_reader', error);
    return undefined;
  }
  return readabilityOf(read);
}

/** Mean confidence of the lines; a line with too few letters counts as zero. */
export function readabilityOf(lines: readonly (readonly ReadLetter[])[]): number {
  const sum = lines.reduce((total, letters) => {
    if (letters.filter(({ text }) => text.trim() !== '').length < MIN_LETTERS) return total;
    return total + letters.reduce((own, { certainty }) => own + certainty, 0) / letters.length;
  }, 0);
  return sum / Math.max(1, lines.length);
}

/** True if this is the readability of a drawing, a texture or another script. */
export function isUnreadable(readability: number | undefined): boolean {
  return readability !== undefined && readability < NO_PRINT;
}
