import type { EngineHost, ReadOutcome } from '#engine/model';
import { readBankText } from './bank-file/index.ts';
import { readPageCodes } from './codes/read-page-codes.ts';
import type { FilePart } from './container/part.ts';
import { readContainer } from './container/read-parts.ts';
import { isContainerType } from './container/readable-types.ts';
import { readHtml } from './html/read-html.ts';
import { isPictureType } from './image/decode-picture.ts';
import { readPictures } from './image/read-pictures.ts';
import { MAX_CONTAINER_DEPTH } from './limits.ts';
import { detectMediaType } from './media-type.ts';
import { DOCX, readDocx } from './office/read-docx.ts';
import { readXlsx, XLSX } from './office/read-xlsx.ts';
import { type PdfFile, withPdfFile } from './pdf/pdf-file.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { readXmlFile } from './read-xml-file.ts';
import { readCsv } from './text/read-csv.ts';
import { readPlainText } from './text/read-plain-text.ts';

/**
 * Reads a document of any supported format into the common model. Never throws because of a file's content.
 * `mediaType` is the result of `detectMediaType`, if the caller has it already.
 */
export function readDocument(
  bytes: Uint8Array,
  host: EngineHost,
  mediaType = detectMediaType(bytes),
): Promise<ReadOutcome> {
  return readAtDepth(bytes, mediaType, host, 0);
}

/** `depth` is the number of containers around the file. */
async function readAtDepth(
  bytes: Uint8Array,
  mediaType: string | undefined,
  host: EngineHost,
  depth: number,
): Promise<ReadOutcome> {
  switch (mediaType) {
    case undefined:
      return { ok: false, error: { code: 'empty', message: 'The file is empty.' } };
    case 'application/pdf':
      return withPdfFile(bytes, host, async (file) => withCodes(await readPdf(file, host), file, host));
    case 'application/xml':
      return (await readBankText(bytes, mediaType, host)) ?? readXmlFile(bytes, host);
    case DOCX:
      return readDocx(bytes, host);
    case XLSX:
      return readXlsx(bytes, host);
    case 'text/html':
      return readHtml(bytes, host);
    case 'text/csv':
      return (await readBankText(bytes, mediaType, host)) ?? readCsv(bytes, host);
    case 'text/plain':
      return (await readBankText(bytes, mediaType, host)) ?? readPlainText(bytes, host);
    default:
      if (isPictureType(mediaType)) return readPictures(bytes, mediaType, host);
      if (isContainerType(mediaType)) {
        if (depth < MAX_CONTAINER_DEPTH) {
          const readPart = (part: FilePart) => readAtDepth(part.bytes, part.mediaType, host, depth + 1);
          return readContainer(bytes, mediaType, readPart, host);
        }
        return { ok: false, error: { code: 'too_large', message: 'The file holds files in files without an end.' } };
      }
      return { ok: false, error: { code: 'unsupported_media_type', message: unsupported(mediaType) } };
  }
}

/** What the user can do about an unsupported file type. */
function unsupported(mediaType: string): string {
  const advice = ADVICE[mediaType];
  return `Files of the type ${mediaType} cannot be read.${advice === undefined ? '' : ` ${advice}`}`;
}

const ADVICE: Readonly<Record<string, string>> = {
  'application/x-ole-storage': 'Save a Word or Excel file in its present format (.docx, .xlsx), and upload that.',
  'application/rtf': 'Save it as .docx or PDF, and upload that.',
  'application/vnd.oasis.opendocument.text': 'Save it as .docx or PDF, and upload that.',
  'application/vnd.oasis.opendocument.spreadsheet': 'Save it as .xlsx or PDF, and upload that.',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'Save it as PDF, and upload that.',
};

async function withCodes(outcome: ReadOutcome, file: PdfFile, host: EngineHost): Promise<ReadOutcome> {
  if (!outcome.ok) return outcome;
  const pages = await readPageCodes(file, outcome.document.pages, host);
  return { ok: true, document: { ...outcome.document, pages } };
}
