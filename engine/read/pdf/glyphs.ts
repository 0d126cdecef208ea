import type { EngineHost } from '#engine/model';
import type { Pdfium } from '#engine/pdfium/instance';
import { GLYPHS_PER_SLICE, MAX_GLYPHS_PER_PAGE } from '../limits.ts';
import type { Glyph } from './glyph.ts';
import { isUnmapped, lettersOf } from './letters.ts';
import type { PageFrame } from './page-frame.ts';

/** Share of the letter height above and below the baseline that a word's box covers; typical of common text fonts. */
const ASCENT = 0.76;
const DESCENT = 0.21;

const BOLD_FONT_NAME = /bold|black|heavy|semibd|demi|[-,_]bd\b/i;
/** CSS and OpenType weight from which a font counts as bold. */
const BOLD_WEIGHT = 600;

const LATIN_1 = new TextDecoder('latin1');

/** Style shared by a run of text; read once per text object of the file. */
interface RunStyle {
  readonly object: number;
  readonly bold: boolean;
  readonly size: number;
  readonly direction: readonly [number, number];
}

export interface PageGlyphs {
  readonly glyphs: readonly Glyph[];
  /** Glyphs whose font has no mapping to Unicode; if there are many, the text layer cannot be trusted. */
  readonly unmapped: number;
}

/** Reads all glyphs of an open text page in file order, spaces included, mapped into `frame`. */
export async function readGlyphs(
  pdfium: Pdfium,
  textPage: number,
  frame: PageFrame,
  host: EngineHost,
): Promise<PageGlyphs> {
  const { api, heap, glyphs: calls } = pdfium;
  const count = Math.min(api.FPDFText_CountChars(textPage), MAX_GLYPHS_PER_PAGE);
  const out = heap.allocate(256);
  const glyphs: Glyph[] = [];
  let unmapped = 0;
  let objects = 0;
  let style: RunStyle | undefined;
  // Kerned text has one object per few letters, all in the same font.
  const boldByFont = new Map<number, boolean>();
  try {
    for (let index = 0; index < count; index++) {
      if (index > 0 && index % GLYPHS_PER_SLICE === 0) await host.pause();
      const codePoint = calls.FPDFText_GetUnicode(textPage, index) >>> 0;
      if (isUnmapped(codePoint)) unmapped += 1;
      const text = lettersOf(codePoint);
      if (text === '') continue;
      if (text === ' ' && calls.FPDFText_IsGenerated(textPage, index) === 1) {
        glyphs.push(GUESSED_SPACE);
        continue;
      }
      const object = calls.FPDFText_GetTextObject(textPage, index);
      if (style === undefined || style.object !== object) {
        style = readStyle(pdfium, textPage, index, object, frame, out, boldByFont);
        objects += 1;
      }
      const glyph = text === ' ' ? SPACE : placeGlyph(pdfium, textPage, index, text, style, frame, out);
      if (glyph !== undefined) glyphs.push(glyph);
    }
  } finally {
    heap.free(out);
  }
  // Letters placed individually are spaced by their rounded widths, so a guessed space may appear between any two of
  // them.
  const oneByOne = glyphs.length < MIN_GLYPHS_PER_OBJECT * objects;
  return { glyphs: oneByOne ? glyphs.map((glyph) => (glyph.guessed ? DOUBTED_SPACE : glyph)) : glyphs, unmapped };
}

/** Pages with fewer glyphs per text object place their letters individually, like server-side HTML printouts. */
const MIN_GLYPHS_PER_OBJECT = 2;

/** Spaces only separate words; their position does not matter. */
const SPACE: Glyph = { text: ' ', box: [0, 0, 0, 0], direction: [1, 0], origin: [0, 0], size: 0, bold: false };
const GUESSED_SPACE: Glyph = { ...SPACE, guessed: 'trusted' };
const DOUBTED_SPACE: Glyph = { ...SPACE, guessed: 'doubted' };

function readStyle(
  pdfium: Pdfium,
  textPage: number,
  index: number,
  object: number,
  frame: PageFrame,
  out: number,
  boldByFont: Map<number, boolean>,
): RunStyle {
  const { heap, glyphs: calls } = pdfium;
  const fontSize = calls.FPDFText_GetFontSize(textPage, index) || 1;
  let [along, up]: [readonly [number, number], readonly [number, number]] = [
    [1, 0],
    [0, 1],
  ];
  if (calls.FPDFText_GetMatrix(textPage, index, out) !== 0) {
    const view = heap.view();
    along = [view.getFloat32(out, true), view.getFloat32(out + 4, true)];
    up = [view.getFloat32(out + 8, true), view.getFloat32(out + 12, true)];
  }
  const direction = frame.direction(...along);
  const length = Math.hypot(...direction);
  const size = Math.abs(fontSize) * Math.hypot(...frame.direction(...up));
  const font = object === 0 ? 0 : calls.FPDFTextObj_GetFont(object);
  const bold = boldByFont.get(font) ?? isBold(pdfium, font, out);
  boldByFont.set(font, bold);
  // A negative font size writes backwards along the matrix; the visible direction is the opposite.
  const sign = fontSize < 0 ? -1 : 1;
  return {
    object,
    bold,
    size,
    direction: length > 0 ? [(sign * direction[0]) / length, (sign * direction[1]) / length] : [1, 0],
  };
}

function isBold({ api, heap }: Pdfium, font: number, out: number): boolean {
  if (font === 0) return false;
  const length = Math.min(api.FPDFFont_GetBaseFontName(font, out, 255), 255);
  const name = length > 1 ? LATIN_1.decode(heap.bytes(out, length - 1).slice()) : '';
  return BOLD_FONT_NAME.test(name) || api.FPDFFont_GetWeight(font) >= BOLD_WEIGHT;
}

function placeGlyph(
  { heap, glyphs }: Pdfium,
  textPage: number,
  index: number,
  text: string,
  style: RunStyle,
  frame: PageFrame,
  out: number,
): Glyph | undefined {
  if (glyphs.FPDFText_GetLooseCharBox(textPage, index, out) === 0) return undefined;
  let view = heap.view();
  // FS_RECTF is left, top, right, bottom.
  const loose = frame.box(
    view.getFloat32(out, true),
    view.getFloat32(out + 12, true),
    view.getFloat32(out + 8, true),
    view.getFloat32(out + 4, true),
  );
  if (glyphs.FPDFText_GetCharOrigin(textPage, index, out, out + 8) === 0) return undefined;
  view = heap.view();
  const origin = frame.point(view.getFloat64(out, true), view.getFloat64(out + 8, true));
  const [dx, dy] = style.direction;
  const box: readonly [number, number, number, number] =
    Math.abs(dx) > 0.999
      ? upright(loose, origin[1], style.size, dx)
      : Math.abs(dy) > 0.999
        ? sideways(loose, origin[0], style.size, dy)
        : loose;
  if (box[2] < 0 || box[3] < 0 || box[0] > frame.width || box[1] > frame.height) return undefined;
  return { text, box, direction: style.direction, origin, size: style.size, bold: style.bold };
}

// Fonts declare ascents from 0.5 to 2 em; heights measured from the baseline make the boxes of a line consistent.
function upright(loose: Glyph['box'], baseline: number, size: number, dx: number): Glyph['box'] {
  const [above, below] = dx > 0 ? [ASCENT, DESCENT] : [DESCENT, ASCENT];
  return [loose[0], baseline - above * size, loose[2], baseline + below * size];
}

function sideways(loose: Glyph['box'], baseline: number, size: number, dy: number): Glyph['box'] {
  // The tops of text that runs down the page (dy > 0) are on the right.
  const [left, right] = dy > 0 ? [DESCENT, ASCENT] : [ASCENT, DESCENT];
  return [baseline - left * size, loose[1], baseline + right * size, loose[3]];
}
