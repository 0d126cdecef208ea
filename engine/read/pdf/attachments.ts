import type { Pdfium } from '#engine/pdfium/instance';
import { MAX_ATTACHMENTS, MAX_XML_BYTES } from '../limits.ts';

/**
 * Returns the contents of the files attached to an open PDF, in file order. Attachments larger than any e-invoice are
 * skipped; names are ignored, because producers misspell the ones that the standards prescribe.
 */
export function readAttachments({ api, heap }: Pdfium, document: number): Uint8Array[] {
  const files: Uint8Array[] = [];
  const count = Math.min(api.FPDFDoc_GetAttachmentCount(document), MAX_ATTACHMENTS);
  const sizeOut = heap.allocate(4);
  try {
    for (let index = 0; index < count; index++) {
      const attachment = api.FPDFDoc_GetAttachment(document, index);
      if (attachment === 0 || !api.FPDFAttachment_GetFile(attachment, 0, 0, sizeOut)) continue;
      const size = heap.view().getUint32(sizeOut, true);
      if (size === 0 || size > MAX_XML_BYTES) continue;
      const address = heap.allocate(size);
      if (api.FPDFAttachment_GetFile(attachment, address, size, sizeOut)) {
        files.push(heap.bytes(address, size).slice());
      }
      heap.free(address);
    }
  } finally {
    heap.free(sizeOut);
  }
  return files;
}
