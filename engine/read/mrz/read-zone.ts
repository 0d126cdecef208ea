import type { EngineHost, Word } from '#engine/model';
import { compositeHolds, fieldDigitHolds, MRZ_LAYOUTS, type MrzLayout } from '#engine/validate/mrz';
import type { Picture } from '../image/picture.ts';
import { findSeeds, type ZoneSeed } from './find-seeds.ts';
import { type CellLine, cutStrip, fitCells, lineScore, type Strip } from './fit-cells.ts';
import { readLine } from './read-line.ts';

/**
 * Reads the machine-readable zone of an image character by character: its cells have a fixed width and its letters a
 * fixed shape (OCR-B), which general-purpose recognisers do not use. Must never report a zone that its own check digits
 * do not confirm.
 */

/** Lines that match OCR-B less than this are other print. */
const MIN_SCORE = 0.6;
/** Maximum number of characters of a line that a recogniser may lose or add, most of them fillers. */
const MAX_LOST = 12;
/** Line distances in cell widths, from cards (1.67) to passports (2.5), widened for perspective. */
const LINE_DISTANCES = [1.5, 1.67, 1.84, 2, 2.17, 2.34, 2.5, 2.67, 2.84] as const;
/** This many check digits pass by chance on one page in a thousand. */
const MIN_HELD = 3;

export interface ReadZone {
  /** One word per line, with all of its characters. */
  readonly words: readonly Word[];
  /** Mean match score of its cells, in [0, 1]. */
  readonly score: number;
}

interface FittedLine {
  readonly line: CellLine;
  readonly score: number;
}

/** Returns the page's words with those of its machine-readable zone read again; unchanged if there is no zone. */
export async function withZone(
  words: readonly Word[],
  picture: Picture,
  slope: number,
  host: EngineHost,
): Promise<readonly Word[]> {
  for (const seed of findSeeds(words)) {
    const zone = await zoneAt(seed, picture, slope, host);
    if (zone === undefined) continue;
    const top = Math.min(...zone.words.map(({ box }) => box[1]));
    const bottom = Math.max(...zone.words.map(({ box }) => box[3]));
    const others = words.filter(({ box }) => (box[1] + box[3]) / 2 < top || (box[1] + box[3]) / 2 > bottom);
    return [...others, ...zone.words];
  }
  return words;
}

async function zoneAt(
  seed: ZoneSeed,
  picture: Picture,
  slope: number,
  host: EngineHost,
): Promise<ReadZone | undefined> {
  let best: ReadZone | undefined;
  for (const shape of distinctShapes()) {
    if (Math.abs(seed.signs - shape.length) > MAX_LOST) continue;
    await host.pause();
    const { left, right, middle } = seed;
    const start = { left, right, leftMiddle: middle, rightMiddle: middle, cells: shape.length };
    const fitted = fitCells(cutStrip(picture, start, slope), start);
    if (fitted.score < MIN_SCORE) continue;
    await host.pause();
    const zone = await zoneAround(fitted, shape, picture, slope, host);
    if (zone !== undefined && zone.score > (best?.score ?? 0)) best = zone;
  }
  return best;
}

/** Visas share the line formats of passports and cards; only their second line differs, after the dates. */
function distinctShapes(): readonly MrzLayout[] {
  return [MRZ_LAYOUTS.td3, MRZ_LAYOUTS.td2, MRZ_LAYOUTS.td1];
}

/** Searches for the other lines above and below the one that was found. */
async function zoneAround(
  found: FittedLine,
  shape: MrzLayout,
  picture: Picture,
  slope: number,
  host: EngineHost,
): Promise<ReadZone | undefined> {
  const above = await neighbours(found, -1, shape.lines - 1, picture, slope, host);
  const below = await neighbours(found, 1, shape.lines - 1, picture, slope, host);
  const lines = [...above.toReversed(), found, ...below];
  let best: ReadZone | undefined;
  for (let first = 0; first + shape.lines <= lines.length; first++) {
    await host.pause();
    const zone = readLines(lines.slice(first, first + shape.lines), shape, picture, slope);
    if (zone !== undefined && zone.score > (best?.score ?? 0)) best = zone;
  }
  return best;
}

async function neighbours(
  from: FittedLine,
  direction: 1 | -1,
  count: number,
  picture: Picture,
  slope: number,
  host: EngineHost,
): Promise<readonly FittedLine[]> {
  const found: FittedLine[] = [];
  let last = from;
  while (found.length < count) {
    await host.pause();
    const next = nextLine(last, direction, picture, slope);
    if (next === undefined || next.score < MIN_SCORE) break;
    found.push(next);
    last = next;
  }
  return found;
}

function nextLine({ line }: FittedLine, direction: 1 | -1, picture: Picture, slope: number): FittedLine | undefined {
  const pitch = (line.right - line.left) / line.cells;
  let best: { readonly start: CellLine; readonly strip: Strip; readonly score: number } | undefined;
  for (const distance of LINE_DISTANCES) {
    const move = direction * distance * pitch;
    const start = { ...line, leftMiddle: line.leftMiddle + move, rightMiddle: line.rightMiddle + move };
    const strip = cutStrip(picture, start, slope);
    const score = lineScore(strip, start, NEXT_LINE_STEP);
    if (score > (best?.score ?? 0)) best = { start, strip, score };
  }
  return best === undefined ? undefined : fitCells(best.strip, best.start);
}

/** Sampling every second cell is enough to detect a line. */
const NEXT_LINE_STEP = 2;

function readLines(
  fitted: readonly FittedLine[],
  shape: MrzLayout,
  picture: Picture,
  slope: number,
): ReadZone | undefined {
  const read = fitted.map(({ line }, index) => readLine(line, index, shape, picture, slope));
  if (
    !isZone(
      read.map(({ text }) => text),
      shape,
    )
  )
    return undefined;
  return { words: read, score: fitted.reduce((sum, { score }) => sum + score, 0) / fitted.length };
}

/** True if enough check digits over non-empty ranges pass. */
function isZone(lines: readonly string[], shape: MrzLayout): boolean {
  const places = Object.values(shape.fields).filter((place) => place.digit !== undefined);
  const held = places.filter((place) => {
    const text = (lines[place.line] ?? '').slice(place.from, place.to);
    return /[A-Z1-9]/.test(text) && fieldDigitHolds(lines, place) === true;
  });
  const all = held.length + (compositeHolds(lines, shape) === true ? 1 : 0);
  return all >= MIN_HELD - (/^[PIACV][A-Z<][A-Z<]{3}/.test(lines[0] ?? '') ? 1 : 0);
}
