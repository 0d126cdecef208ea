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
 * Opens a PDF in pdfium. A file with only an owner password opens; one that requires a user password is `encrypted`.
 * The caller must `close()`.
 */
export function openPdf({ api, heap }: Pdfium, bytes: Uint8Array): OpenedPdf {
  if (bytes.byteLength > MAX_PDF_BYTES) {
    return failure('too_large', `The PDF is larger than ${MAX_PDF_BYTES / 1024 / 1024} MB.`);
  }
  const lost = hasHeader(bytes) ? '' : LOST_HEADER;
  const length = lost.length + bytes.byteLength;
  const address = heap.allocate(length);
  const copy = heap.bytes(address, length);
  copy.set(new TextEncoder().encode(lost));
  copy.set(bytes, lost.length);
  const document = api.FPDF_LoadMemDocument(address, length, '');
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

/** Prepended to a file that lost its first line; with a line of this length most offsets are correct again. */
const LOST_HEADER = '%PDF-1.4\n';
/** Range in which readers search for the header (ISO 32000-1, annex H.3.4.1). */
const HEADER_WINDOW = 1024;

function hasHeader(bytes: Uint8Array): boolean {
  let head = '';
  for (const byte of bytes.subarray(0, HEADER_WINDOW + LOST_HEADER.length)) head += String.fromCharCode(byte);
  return head.includes('%PDF-');
}

function failure(code: EngineError['code'], message: string): OpenedPdf {
  return { ok: false, error: { code, message } };
}
