/**
 * Fallback reader: pdf.js reads files that pdfium cannot open and maps glyphs that pdfium cannot. It reports positions
 * per text run only, so the width of a run is divided among its letters by their usual proportions. Loaded on demand:
 * it is large, and few documents need it.
 */
import type { EngineHost, ReadPage } from '#engine/model';
import { MAX_GLYPHS_PER_PAGE, MAX_PAGES } from '../limits.ts';
import { hasShallowContent } from './content-depth.ts';
import type { Glyph } from './glyph.ts';
import { lettersOf } from './letters.ts';
import { wordsFromGlyphs } from './words.ts';

/** Share of the letter height above and below the baseline that a word's box covers. */
const ASCENT = 0.76;
const DESCENT = 0.21;

const NARROW = new Set([..."iIlj.,:;'|!()[]{}tfr1-/ "]);
const WIDE = new Set([...'mwMW@%']);

interface TextRun {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/**
 * Returns all pages as read by pdf.js, or `undefined` if it cannot open the file either or might not terminate on it.
 * Pages that fail have no words.
 */
export async function readWithPdfJs(bytes: Uint8Array, host: EngineHost): Promise<ReadPage[] | undefined> {
  if (!(await hasShallowContent(bytes, host))) return undefined;
  const { getDocumentProxy } = await import('unpdf');
  // pdf.js takes over the buffer and rejects Node's Buffer, whose `slice` does not copy: it gets a plain copy.
  const document = await orUndefined(getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false }));
  if (document === undefined) return undefined;
  try {
    const pages: ReadPage[] = [];
    for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number++) {
      await host.pause();
      const page = await orUndefined(document.getPage(number));
      if (page === undefined) continue;
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const content = await orUndefined(page.getTextContent({ disableNormalization: true }));
      const runs = content?.items.filter((item) => 'str' in item) ?? [];
      const glyphs = runs.flatMap((run) => glyphsOfRun(run, transform)).slice(0, MAX_GLYPHS_PER_PAGE);
      const words = wordsFromGlyphs(glyphs);
      pages.push({ page: number, width, height, unit: 'pt', source: words.length > 0 ? 'text-layer' : 'none', words });
      page.cleanup();
    }
    return pages;
  } finally {
    await document.loadingTask.destroy();
  }
}

/** pdf.js reports failures by rejecting; every reason means the same here: no fallback result. */
async function orUndefined<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch {
    return undefined;
  }
}

function glyphsOfRun({ str, transform, width }: TextRun, view: readonly number[]): Glyph[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const along = turn(view, a, b);
  const length = Math.hypot(...along);
  const size = Math.hypot(...turn(view, c, d));
  if (length === 0 || size === 0) return [];
  const direction: readonly [number, number] = [along[0] / length, along[1] / length];
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view;
  const start: readonly [number, number] = [va * e + vc * f + ve, vb * e + vd * f + vf];
  const characters = [...str];
  const total = characters.reduce((sum, character) => sum + shareOf(character), 0);
  let done = 0;
  return characters.flatMap((character) => {
    const from = (width * done) / total;
    done += shareOf(character);
    const text = lettersOf(character.codePointAt(0) ?? 0);
    if (text === '') return [];
    return [placed(text, start, direction, size, from, (width * done) / total)];
  });
}

/** Typical width of a letter in em, accurate enough to separate the words of a run. */
function shareOf(character: string): number {
  return NARROW.has(character) ? 0.3 : WIDE.has(character) ? 0.85 : 0.55;
}

function turn(view: readonly number[], x: number, y: number): readonly [number, number] {
  const [a = 1, b = 0, c = 0, d = 1] = view;
  return [a * x + c * y, b * x + d * y];
}

function placed(
  text: string,
  start: readonly [number, number],
  direction: readonly [number, number],
  size: number,
  from: number,
  to: number,
): Glyph {
  const [dx, dy] = direction;
  const origin: readonly [number, number] = [start[0] + dx * from, start[1] + dy * from];
  const end: readonly [number, number] = [start[0] + dx * to, start[1] + dy * to];
  // The letters' tops lie to the left of the reading direction, which in a frame with y downwards is (dy, -dx).
  const corners = [origin, end].flatMap(([x, y]) => [
    [x + dy * size * ASCENT, y - dx * size * ASCENT] as const,
    [x - dy * size * DESCENT, y + dx * size * DESCENT] as const,
  ]);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return {
    text,
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    direction,
    origin,
    size,
    bold: false,
  };
}
