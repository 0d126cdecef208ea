import type { EngineHost, Orientation } from '#engine/model';
import type { Picture } from '../image/picture.ts';
import { turnPicture } from '../image/turn.ts';
import { cutBands } from './bands.ts';
import { eraseRules } from './erase-rules.ts';
import { findPrint } from './find-print.ts';
import { liesSideways } from './page-shape.ts';
import type { Attempt } from './read-bands.ts';
import type { ReadingBudget } from './reading-budget.ts';
import { printLikeness, READABLE_PRINT, scoutPrint } from './scout-print.ts';

/** A page in the orientation in which it reads best. */
export interface WayUp {
  readonly attempt: Attempt;
  /** Result of `scoutPrint`; undefined if the line reader was unavailable. */
  readonly readability: number | undefined;
}

/** Lines below this `printLikeness` may be a drawing, or text seen sideways. */
const LIKELY_PRINT = 7;

/** Whether to run the line reader on a sample before reading the page. */
export function needsScouting({ texture, sideways, marks, shape }: Attempt): boolean {
  return texture > 0 || sideways || printLikeness(marks, shape) < LIKELY_PRINT;
}

/** Tries the other orientations until the page is readable, and returns the best one. */
export async function chooseWayUp(
  upright: Attempt,
  picture: Picture,
  budget: ReadingBudget,
  host: EngineHost,
): Promise<WayUp> {
  let best: WayUp = { attempt: upright, readability: await scoutPrint(upright, budget, host) };
  const others: readonly Orientation[] = upright.sideways ? [8, 6, 3] : [3, 8, 6];
  for (const orientation of others) {
    if (best.readability === undefined || best.readability >= READABLE_PRINT) break;
    const attempt = await prepare(picture, orientation, host);
    const readability = attempt && (await scoutPrint(attempt, budget, host));
    if (attempt !== undefined && readability !== undefined && readability > best.readability)
      best = { attempt, readability };
  }
  return best;
}

/** Rotates the page to an orientation and finds its print; undefined if nothing looks like a letter. */
export async function prepare(
  source: Picture,
  orientation: Orientation,
  host: EngineHost,
): Promise<Attempt | undefined> {
  const picture = turnPicture(source, orientation);
  const print = await findPrint(picture, host);
  await host.pause();
  if (print === undefined) return undefined;
  const { marks, shape, texture } = print;
  let text: Picture | undefined;
  return {
    picture,
    text: () => (text ??= eraseRules(picture, marks, shape)),
    orientation,
    shape,
    marks,
    texture,
    sideways: liesSideways(marks, picture.width, picture.height),
    bands: cutBands(marks, shape),
  };
}
