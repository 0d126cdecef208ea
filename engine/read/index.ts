import type { EngineHost, ReadOutcome } from '#engine/model';
import { readPageCodes } from './codes/read-page-codes.ts';
import { isPictureType } from './image/decode-picture.ts';
import { readPictures } from './image/read-pictures.ts';
import { detectMediaType } from './media-type.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { readEInvoiceFile } from './read-e-invoice-file.ts';

export { detectMediaType } from './media-type.ts';

/** Reads a document of any supported format into the one model. Never throws for what a file contains. */
export async function readDocument(bytes: Uint8Array, host: EngineHost): Promise<ReadOutcome> {
  const mediaType = detectMediaType(bytes);
  switch (mediaType) {
    case undefined:
      return { ok: false, error: { code: 'empty', message: 'The file is empty.' } };
    case 'application/pdf':
      return withCodes(await readPdf(bytes, host), bytes, host);
    case 'application/xml':
      return readEInvoiceFile(bytes);
    default:
      if (isPictureType(mediaType)) return readPictures(bytes, mediaType, host);
      return {
        ok: false,
        error: { code: 'unsupported_media_type', message: `Files of the type ${mediaType} cannot be read.` },
      };
  }
}

async function withCodes(outcome: ReadOutcome, bytes: Uint8Array, host: EngineHost): Promise<ReadOutcome> {
  if (!outcome.ok) return outcome;
  const pages = await readPageCodes(bytes, outcome.document.pages, host);
  return { ok: true, document: { ...outcome.document, pages } };
}
