import type { PageWords, Result } from '#core/contract/result';

type Page = Result['pages'][number];

/** Share of the type size between the top of a word's box and its baseline, as the engine lays words out. */
const ASCENT = 0.76;
const BOX_HEIGHT = 0.97;

/**
 * A page that has words but no picture, drawn as SVG: each word as wide as its box, so that the marks of values fit it.
 * The letters come from the document: they are escaped, and an SVG in an `<img>` runs no script.
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

/** Signs that XML cannot hold are left out: one of them would make the whole picture unreadable. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
  );
}
