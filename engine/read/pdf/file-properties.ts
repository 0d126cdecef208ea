import type { FileProperties } from '#engine/model';
import type { Pdfium } from '#engine/pdfium/instance';

/** A longer title is no title; it is cut here. */
const MAX_BYTES = 1024;
/** `D:20180305141500+01'00'`: the day as the clock of its maker showed it. */
const DAY = /^D:(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/;

/** What the file's own information dictionary says; empty where it says nothing. */
export function readFileProperties(pdfium: Pdfium, document: number): FileProperties {
  const text = ['Title', 'Subject'].map((name) => metaText(pdfium, document, name)).filter((part) => part !== '');
  const day = DAY.exec(metaText(pdfium, document, 'CreationDate'));
  return {
    ...(text.length > 0 && { title: text.join('\n') }),
    ...(day !== null && { created: `${day[1]}-${day[2]}-${day[3]}` }),
  };
}

function metaText({ api, heap }: Pdfium, document: number, name: string): string {
  const size = api.FPDF_GetMetaText(document, name, 0, 0);
  // Two bytes are the closing zero of an empty text.
  if (size <= 2) return '';
  const address = heap.allocate(size);
  try {
    api.FPDF_GetMetaText(document, name, address, size);
    return new TextDecoder('utf-16le').decode(heap.bytes(address, Math.min(size - 2, MAX_BYTES)).slice());
  } finally {
    heap.free(address);
  }
}
