import type { EngineHost } from '#engine/model';
import { type PdfiumSession, startSession } from '#engine/pdfium/instance';
import { type OpenedPdf, openPdf } from './open-document.ts';

/**
 * A larger file is closed while its pages are recognised, which takes seconds each: pdfium has 96 MB for all documents,
 * and a page image of another one takes up to 32 MB.
 */
const MAX_HELD_BYTES = 16 * 1024 * 1024;

/** A PDF that pdfium opens once for the whole reading: words, attachments, page images, codes. */
export interface PdfFile {
  readonly bytes: Uint8Array;
  /** Runs `work` on the open file, or on the reason why it does not open. As `use` of `PdfiumSession`. */
  readonly use: PdfiumSession<OpenedPdf>['use'];
  /** Called before long work without pdfium. */
  rest(): void;
}

/** Runs `work` on a PDF, which is opened on first use and closed at the end, however `work` ends. */
export async function withPdfFile<T>(
  bytes: Uint8Array,
  host: EngineHost,
  work: (file: PdfFile) => Promise<T>,
): Promise<T> {
  const session = startSession(
    host,
    (pdfium) => openPdf(pdfium, bytes),
    (opened) => {
      if (opened.ok) opened.close();
    },
  );
  const rest = () => {
    if (bytes.length > MAX_HELD_BYTES) session.end();
  };
  try {
    return await work({ bytes, use: session.use, rest });
  } finally {
    session.end();
  }
}
