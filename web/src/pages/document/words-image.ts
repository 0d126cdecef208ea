import type { PageWords, Result } from '#core/contract/result';

type Page = Result['pages'][number];

/** Distance from the top of a word's box to its baseline, as a share of the font size; as the engine lays words out. */
const ASCENT = 0.76;
const BOX_HEIGHT = 0.97;

/**
 * Renders a page that has words but no image as SVG. Each word is as wide as its box, so that bounding boxes fit. The text
 * comes from the document: it is escaped, and an SVG in an `<img>` runs no scripts.
 */
export function drawWords({ width, height }: Page, words: PageWords['words']): string {
  const texts = words.map(({ text, box: [x0, y0, x1, y1] }) => {
    const size = (y1 - y0) / BOX_HEIGHT;
    const place = `x="${x0}" y="${(y0 + size * ASCENT).toFixed(2)}" font-size="${size.toFixed(2)}"`;
    return `<text ${place} textLength="${Math.max(0.1, x1 - x0).toFixed(2)}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`;
  });
  const frame = `xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  return `<svg ${frame} font-family="Helvetica, Arial, sans-serif" fill="#1c1b19"><rect width="100%" height="100%" fill="#fff"/>${texts.join('')}</svg>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Removes characters that XML does not allow: a single one would make the whole image invalid. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
  );
}
