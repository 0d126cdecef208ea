import type { DocumentType } from '#core/domain/document-types';
import { type Classification, classifyDocument } from '../classify/classify.ts';
import type { PageLayout } from '../layout/lines.ts';
import type { ReadDocument } from '../model.ts';
import { type CodedReading, resolveCoded } from '../resolve/coded/coded-documents.ts';
import { type LicenceReading, resolveLicenceCode } from '../resolve/coded/licence-code.ts';

export interface DecidedType {
  readonly type: DocumentType;
  readonly classified: Classification;
  /** Read before the type is decided, because a zone or barcode decides it. */
  readonly coded: CodedReading;
  readonly licence: LicenceReading | undefined;
}

/** Tables of values: a list of passports is not a passport. */
const TABLE_TYPES: ReadonlySet<string> = new Set([
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);

/**
 * The document type: the caller's, else the one stated in an e-invoice, bank file or code, else the one suggested by the words.
 */
export function decideType(
  document: ReadDocument,
  layouts: readonly PageLayout[],
  asked: DocumentType | undefined,
): DecidedType {
  const isTable = TABLE_TYPES.has(document.mediaType);
  const classified = classifyDocument(layouts, isTable ? ['id_document'] : []);
  const coded = resolveCoded(layouts, asked ?? classified.type, isTable);
  const licence = resolveLicenceCode(document, layouts);
  const byCode = licence === undefined ? coded.documentType : 'id_document';
  const byFile = document.statement === undefined ? document.structured?.documentType : 'bank_statement';
  const type = asked ?? byFile ?? byCode ?? classified.type;
  return { type, classified, coded, licence };
}
