import type { EngineHost, ReadOutcome } from '#engine/model';
import { readCamt } from './bank-file/camt.ts';
import { outcomeOf } from './bank-file/statement-parts.ts';
import { readEInvoice } from './e-invoice/index.ts';
import { MAX_XML_BYTES, MAX_XML_TAG, MAX_XML_TAGS } from './limits.ts';

/** Reads an XML file: an e-invoice or a bank file. It has no pages; every value has its XML path. */
export async function readXmlFile(bytes: Uint8Array, host: EngineHost): Promise<ReadOutcome> {
  const pause = () => host.pause();
  const reading = await readEInvoice(bytes, pause);
  switch (reading.kind) {
    case 'invoice':
      return {
        ok: true,
        document: { mediaType: 'application/xml', method: 'e-invoice', pages: [], structured: reading.invoice },
      };
    case 'other-xml': {
      const bank = await readCamt(reading.root, pause);
      return bank === undefined ? UNKNOWN : outcomeOf(bank, 'application/xml');
    }
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

const UNKNOWN: ReadOutcome = {
  ok: false,
  error: {
    code: 'unsupported_media_type',
    message: 'The XML file is neither an invoice in UBL, CII or FatturaPA nor a bank file in CAMT or OFX.',
  },
};
