import type { EngineHost } from '#engine/model';
import { renderPage } from '#engine/render/page';
import { buildPdf } from '../read/pdf/pdf-for-tests.ts';

/** Pixels per point at 200 dpi. */
export const SCALE = 200 / 72;

/** A PNG of a page of 600 × 400 points with the given content stream, rendered by pdfium at 200 dpi. */
export async function drawnPage(host: EngineHost, content: string, entries = ''): Promise<Uint8Array<ArrayBuffer>> {
  const sideways = /Rotate (?:90|270)/.test(entries);
  const options = { maxPixels: 4_000_000, width: Math.round((sideways ? 400 : 600) * SCALE) };
  const drawn = await renderPage(buildPdf([{ content, entries }]), 1, options, host);
  if (!drawn.ok) throw new Error(`not drawn: ${drawn.error.code}`);
  return drawn.png.slice();
}

export interface TestPicture {
  readonly width: number;
  readonly height: number;
  /** Grey, 255 is white. */
  readonly pixels: Uint8Array;
}

/** A TIFF of grey pages, one strip each, uncompressed; little-endian. */
export function tiffOf(pages: readonly TestPicture[], orientation = 1): Uint8Array {
  const ENTRIES = 9;
  const directoryBytes = 2 + ENTRIES * 12 + 4;
  const total = 8 + pages.reduce((sum, { pixels }) => sum + directoryBytes + pixels.length, 0);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0]);
  view.setUint32(4, 8, true);
  let at = 8;
  pages.forEach(({ width, height, pixels }, index) => {
    const data = at + directoryBytes;
    const entries: readonly (readonly [number, number])[] = [
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, data],
      [274, orientation],
      [278, height],
      [279, pixels.length],
    ];
    view.setUint16(at, ENTRIES, true);
    entries.forEach(([tag, value], entry) => {
      const place = at + 2 + entry * 12;
      view.setUint16(place, tag, true);
      view.setUint16(place + 2, 4, true);
      view.setUint32(place + 4, 1, true);
      view.setUint32(place + 8, value, true);
    });
    view.setUint32(at + 2 + ENTRIES * 12, index + 1 < pages.length ? data + pixels.length : 0, true);
    bytes.set(pixels, data);
    at = data + pixels.length;
  });
  return bytes;
}
