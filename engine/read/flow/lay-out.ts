import type { EngineHost, ReadOutcome, ReadPage, Word } from '#engine/model';
import { MAX_LAID_OUT_WORDS, MAX_PAGES } from '../limits.ts';
import type { Block } from './block.ts';
import type { Strip } from './paragraph-lines.ts';
import { piecesOf } from './paragraph-pieces.ts';
import { lowered, stripsOf, tableRows } from './table-rows.ts';

/** A4 in points, with letter margins. */
const PAGE_WIDTH = 595;
const PAGE_HEIGHT = 842;
const MARGIN = 40;
/** Words laid out between two turns of the event loop. */
const WORDS_PER_SLICE = 2_000;

/** Pages in points with their words, marked `laid_out` because the file has no pages of its own. */
export type LaidOut =
  | { readonly ok: true; readonly pages: readonly ReadPage[] }
  | { readonly ok: false; readonly reason: 'too-many-words' | 'too-many-pages' };

/**
 * Lays blocks out on pages, from top to bottom. A table wider than a sheet widens its page and a taller row makes it
 * taller: nothing is cut off.
 */
async function layOut(blocks: readonly Block[], host: EngineHost): Promise<LaidOut> {
  const pages: Word[][] = [];
  let current: Word[] = [];
  let y = MARGIN;
  let total = 0;
  let slice = 0;
  const turnPage = () => {
    pages.push(current);
    current = [];
    y = MARGIN;
  };
  for (const strip of stripsOfFlow(blocks)) {
    if (strip === 'page-break') {
      if (current.length > 0) turnPage();
      continue;
    }
    if (y + strip.height > PAGE_HEIGHT - MARGIN && current.length > 0) turnPage();
    for (const word of strip.words) current.push(lowered(word, y));
    // A page never starts with an empty line.
    if (current.length > 0) y += strip.height;
    total += strip.words.length;
    slice += strip.words.length;
    if (total > MAX_LAID_OUT_WORDS) return { ok: false, reason: 'too-many-words' };
    if (pages.length >= MAX_PAGES) return { ok: false, reason: 'too-many-pages' };
    if (slice >= WORDS_PER_SLICE) {
      slice = 0;
      await host.pause();
    }
  }
  if (current.length > 0) turnPage();
  return { ok: true, pages: pages.map(pageOf) };
}

/** Returns a document of laid-out pages, or the error that names the exceeded limit or the missing content. */
export async function documentOfBlocks(
  blocks: readonly Block[],
  mediaType: string,
  host: EngineHost,
): Promise<ReadOutcome> {
  const laidOut = await layOut(blocks, host);
  if (!laidOut.ok) {
    const message =
      laidOut.reason === 'too-many-words'
        ? `The file holds more than ${MAX_LAID_OUT_WORDS} words.`
        : `The file fills more than ${MAX_PAGES} pages.`;
    return { ok: false, error: { code: 'too_large', message } };
  }
  if (laidOut.pages.length === 0) return { ok: false, error: { code: 'empty', message: 'The file holds no text.' } };
  return { ok: true, document: { mediaType, method: 'text-layer', pages: laidOut.pages } };
}

function* stripsOfFlow(blocks: readonly Block[]): Generator<Strip | 'page-break'> {
  const width = PAGE_WIDTH - 2 * MARGIN;
  for (const block of blocks) {
    if (block.kind === 'page-break') yield block.kind;
    else if (block.kind === 'table') yield* tableRows(block, MARGIN, width);
    else for (const piece of piecesOf(block)) yield* stripsOf([piece], MARGIN, width);
  }
}

/** A page sized to its words, in points; at least one sheet. */
export function pageOf(words: readonly Word[], index: number): ReadPage {
  const right = words.reduce((most, { box }) => Math.max(most, box[2]), 0);
  const bottom = words.reduce((most, { box }) => Math.max(most, box[3]), 0);
  return {
    page: index + 1,
    width: Math.max(PAGE_WIDTH, Math.ceil(right + MARGIN)),
    height: Math.max(PAGE_HEIGHT, Math.ceil(bottom + MARGIN)),
    unit: 'pt',
    source: words.length > 0 ? 'text-layer' : 'none',
    laid_out: true,
    words: words.map((word) => ({ ...word, box: rounded(word.box) })),
  };
}

function rounded([x0, y0, x1, y1]: Word['box']): Word['box'] {
  const round = (value: number) => Math.round(value * 100) / 100;
  return [round(x0), round(y0), round(x1), round(y1)];
}
