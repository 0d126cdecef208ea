import type { FileProperties } from '#engine/model';
import type { Pdfium } from '#engine/pdfium/instance';

/** Longer values are cut here. */
const MAX_BYTES = 1024;
/** `D:20180305141500+01'00'`: the day in the time zone of the producer. */
const DAY = /^D:(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/;

/** Reads the file's information dictionary; empty if it has no values. */
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
  // An empty text takes two bytes, the terminating zero.
  if (size <= 2) return '';
  const address = heap.allocate(size);
  try {
    api.FPDF_GetMetaText(document, name, address, size);
    return new TextDecoder('utf-16le').decode(heap.bytes(address, Math.min(size - 2, MAX_BYTES)).slice());
  } finally {
    heap.free(address);
  }
}
