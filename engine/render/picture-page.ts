import type { EngineHost } from '#engine/model';
import { openPictures, type PictureType } from '../read/image/decode-picture.ts';
import type { RenderOptions, RenderOutcome } from './outcome.ts';
import { encodePng } from './png.ts';

/** Photos compress badly as PNG: two million pixels take about 4 MB, and print stays readable. */
const MAX_SHOWN_PIXELS = 2_500_000;

/** Renders one page (from 1) of an image file, turned upright by its orientation tag and downscaled if needed. */
export async function renderPicturePage(
  bytes: Uint8Array,
  mediaType: PictureType,
  pageNumber: number,
  options: RenderOptions,
  host: EngineHost,
): Promise<RenderOutcome> {
  const opened = openPictures(bytes, mediaType);
  if (!opened.ok) return opened;
  const { pageCount } = opened.file;
  if (!Number.isInteger(pageNumber) || pageNumber < 1 || pageNumber > pageCount) {
    const message = `The file has ${pageCount} pages; there is no page ${pageNumber}.`;
    return { ok: false, error: { code: 'damaged', message } };
  }
  const maxPixels = Math.min(options.maxPixels, MAX_SHOWN_PIXELS);
  const decoded = await opened.file.decode(pageNumber - 1, { channels: 3, maxPixels }, host);
  if (!decoded.ok) return decoded;
  const { width, height, pixels } = decoded.picture;
  await host.pause();
  return { ok: true, png: await encodePng({ width, height, samples: pixels }), width, height };
}
