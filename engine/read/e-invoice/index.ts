import type { StructuredInvoice } from '#engine/model';
import { readCii } from './cii.ts';
import { readFatturaPa } from './fatturapa.ts';
import { readUbl } from './ubl.ts';
import type { XmlNode } from './xml-node.ts';
import { parseXml } from './xml-tree.ts';

export type EInvoiceReading =
  | { readonly kind: 'invoice'; readonly invoice: StructuredInvoice }
  /** Well-formed XML that is not an e-invoice. */
  | { readonly kind: 'other-xml'; readonly root: XmlNode }
  /** Not well-formed, contains a DOCTYPE, or is nested too deeply. */
  | { readonly kind: 'damaged' }
  /** More bytes or tags than are read, or longer tags. */
  | { readonly kind: 'too-large' };

/** Reads an e-invoice of any supported syntax, detected by its root element. */
export async function readEInvoice(bytes: Uint8Array, pause: () => Promise<void>): Promise<EInvoiceReading> {
  const tree = await parseXml(bytes, pause);
  if (tree === undefined) return { kind: 'damaged' };
  if (tree === 'too-large') return { kind: 'too-large' };
  await pause();
  const invoice = mapInvoice(tree.root);
  if (invoice === undefined) return { kind: 'other-xml', root: tree.root };
  await pause();
  const cutTexts = tree.cut.filter(({ name }) => !ATTACHMENTS.has(name)).map(({ path }) => path);
  return { kind: 'invoice', invoice: cutTexts.length === 0 ? invoice : { ...invoice, cutTexts } };
}

/** Elements of files in base64, which are not read: UBL, CII, FatturaPA, XML signatures. */
const ATTACHMENTS: ReadonlySet<string> = new Set([
  'EmbeddedDocumentBinaryObject',
  'AttachmentBinaryObject',
  'IncludedBinaryObject',
  'Attachment',
  'X509Certificate',
  'SignatureValue',
]);

function mapInvoice(root: XmlNode): StructuredInvoice | undefined {
  switch (root.name) {
    // The Peppol envelope (UN/CEFACT SBDH) around the invoice.
    case 'StandardBusinessDocument':
      return root.children.map(mapInvoice).find((invoice) => invoice !== undefined);
    case 'Invoice':
    case 'CreditNote':
      return isUbl(root) ? readUbl(root) : undefined;
    case 'CrossIndustryInvoice':
    case 'CrossIndustryDocument':
    case 'SCRDMCCBDACIOMessageStructure':
      return readCii(root);
    case 'FatturaElettronica':
      return readFatturaPa(root);
    default:
      return undefined;
  }
}

/** `Invoice` is a common root name; only UBL's namespace identifies UBL. */
function isUbl(root: XmlNode): boolean {
  return Object.values(root.attributes).some((value) =>
    /^urn:oasis:names:specification:ubl:schema:xsd:(?:Invoice|CreditNote)-2$/.test(value),
  );
}
