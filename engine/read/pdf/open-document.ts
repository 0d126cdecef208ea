import type { EngineError } from '#engine/model';
import type { Pdfium } from '#engine/pdfium/instance';
import { MAX_PAGES, MAX_PDF_BYTES } from '../limits.ts';

/** FPDF_GetLastError codes (fpdfview.h). */
const FPDF_ERR_PASSWORD = 4;
const FPDF_ERR_SECURITY = 5;

export type OpenedPdf =
  | { readonly ok: true; readonly document: number; readonly pageCount: number; close(): void }
  | { readonly ok: false; readonly error: EngineError };

/**
 * Opens a PDF in pdfium. A file with only an owner password opens; one that asks for a user password is `encrypted`.
 * The caller must `close()`.
 */
export function openPdf({ api, heap }: Pdfium, bytes: Uint8Array): OpenedPdf {
  if (bytes.byteLength > MAX_PDF_BYTES) {
    return failure('too_large', `The PDF is larger than ${MAX_PDF_BYTES / 1024 / 1024} MB.`);
  }
  const address = heap.allocate(bytes.byteLength);
  heap.bytes(address, bytes.byteLength).set(bytes);
  const document = api.FPDF_LoadMemDocument(address, bytes.byteLength, '');
  if (document === 0) {
    const code = api.FPDF_GetLastError();
    heap.free(address);
    return code === FPDF_ERR_PASSWORD || code === FPDF_ERR_SECURITY
      ? failure('encrypted', 'The PDF is protected by a password. Remove the protection and upload it again.')
      : failure('damaged', 'The PDF is damaged: its structure cannot be read.');
  }
  const close = () => {
    api.FPDF_CloseDocument(document);
    heap.free(address);
  };
  const pageCount = api.FPDF_GetPageCount(document);
  if (pageCount > MAX_PAGES) {
    close();
    return failure('too_large', `The PDF has ${pageCount} pages; at most ${MAX_PAGES} are read.`);
  }
  if (pageCount < 1) {
    close();
    return failure('damaged', 'The PDF has no pages.');
  }
  return { ok: true, document, pageCount, close };
}

function failure(code: EngineError['code'], message: string): OpenedPdf {
  return { ok: false, error: { code, message } };
}
