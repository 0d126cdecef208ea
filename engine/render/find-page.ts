import type { EngineHost } from '#engine/model';
import { type Pdfium, PdfiumFailed, withPdfium } from '#engine/pdfium/instance';
import type { FilePart } from '../read/container/part.ts';
import { unwrap } from '../read/container/read-parts.ts';
import { isContainerType } from '../read/container/readable-types.ts';
import { isPictureType, openPictures } from '../read/image/decode-picture.ts';
import { readDocument } from '../read/index.ts';
import { MAX_CONTAINER_DEPTH } from '../read/limits.ts';
import { detectMediaType } from '../read/media-type.ts';
import { openPdf } from '../read/pdf/open-document.ts';
import { ZipRefused } from '../read/zip/open-zip.ts';

export interface FoundPage {
  /** The file that contains the page: the file itself, or one inside it. */
  readonly bytes: Uint8Array;
  readonly mediaType: string | undefined;
  /** The page number in that file, from 1. */
  readonly page: number;
}

/**
 * Maps a page of a mail, an archive or a signed file to the inner file that contains it, by counting pages in reading
 * order, without recognition. Returns `undefined` if there is no such page. @throws PdfiumFailed
 */
export async function findPage(
  bytes: Uint8Array,
  page: number,
  host: EngineHost,
  mediaType = detectMediaType(bytes),
  depth = 0,
): Promise<FoundPage | undefined> {
  if (mediaType === undefined || !isContainerType(mediaType)) return { bytes, mediaType, page };
  if (depth >= MAX_CONTAINER_DEPTH) return undefined;
  let left = page;
  for (const file of await filesIn(bytes, mediaType, host)) {
    const count = await countPages(file, host, depth + 1);
    if (left <= count) return findPage(file.bytes, left, host, file.mediaType, depth + 1);
    left -= count;
  }
  return undefined;
}

async function filesIn(
  bytes: Uint8Array,
  mediaType: Parameters<typeof unwrap>[1],
  host: EngineHost,
): Promise<FilePart[]> {
  try {
    const unwrapped = await unwrap(bytes, mediaType, () => host.pause());
    return unwrapped.ok ? unwrapped.parts.flatMap((part) => (part.kind === 'file' ? [part] : [])) : [];
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error;
    return [];
  }
}

/** Counts the pages as reading does; an unreadable file has none. */
async function countPages({ bytes, mediaType }: FilePart, host: EngineHost, depth: number): Promise<number> {
  if (mediaType === undefined) return 0;
  if (mediaType === 'application/pdf') return countPdfPages(bytes, host);
  if (isPictureType(mediaType)) {
    const opened = openPictures(bytes, mediaType);
    return opened.ok ? opened.file.pageCount : 0;
  }
  if (isContainerType(mediaType)) {
    if (depth >= MAX_CONTAINER_DEPTH) return 0;
    let sum = 0;
    for (const file of await filesIn(bytes, mediaType, host)) sum += await countPages(file, host, depth + 1);
    return sum;
  }
  const read = await readDocument(bytes, host, mediaType);
  return read.ok ? read.document.pages.length : 0;
}

async function countPdfPages(bytes: Uint8Array, host: EngineHost): Promise<number> {
  const count = async (pdfium: Pdfium) => {
    const opened = openPdf(pdfium, bytes);
    if (!opened.ok) return 0;
    opened.close();
    return opened.pageCount;
  };
  try {
    return await withPdfium(host, count);
  } catch (error) {
    if (!(error instanceof PdfiumFailed)) throw error;
    return 0;
  }
}
