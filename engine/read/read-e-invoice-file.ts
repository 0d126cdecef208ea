import type { EngineHost, ReadOutcome } from '#engine/model';
import { readEInvoice } from './e-invoice/index.ts';
import { MAX_XML_BYTES, MAX_XML_TAG, MAX_XML_TAGS } from './limits.ts';

/** Reads a standalone e-invoice file: no pages, every value with its XML path. */
export async function readEInvoiceFile(bytes: Uint8Array, host: EngineHost): Promise<ReadOutcome> {
  const reading = await readEInvoice(bytes, () => host.pause());
  switch (reading.kind) {
    case 'invoice':
      return {
        ok: true,
        document: { mediaType: 'application/xml', method: 'e-invoice', pages: [], structured: reading.invoice },
      };
    case 'other-xml':
      return {
        ok: false,
        error: { code: 'unsupported_media_type', message: 'The XML file is not an invoice in UBL, CII or FatturaPA.' },
      };
    case 'too-large':
      return {
        ok: false,
        error: {
          code: 'too_large',
          message: `The XML file has more than ${MAX_XML_TAGS} tags or ${MAX_XML_BYTES} bytes, or a tag of more than ${MAX_XML_TAG} letters.`,
        },
      };
    case 'damaged':
      return { ok: false, error: { code: 'damaged', message: 'The XML file is not well-formed or not safe to read.' } };
  }
}
