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

/** A page set the way up in which it reads best. */
export interface WayUp {
  readonly attempt: Attempt;
  /** What `scoutPrint` said of it; undefined where the reader of lines could not be asked. */
  readonly readability: number | undefined;
}

/** Lines that look less like print than this (see `printLikeness`) may be a drawing, or text seen from its side. */
const LIKELY_PRINT = 7;

/** Whether it is worth the work to ask the reader of lines before reading a page. */
export function needsScouting({ texture, sideways, marks, shape }: Attempt): boolean {
  return texture > 0 || sideways || printLikeness(marks, shape) < LIKELY_PRINT;
}

/** Tries the other ways up until the page can be read, and gives the best one. */
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

/** The page set one way up, its print found; undefined where nothing looks like a letter. */
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
