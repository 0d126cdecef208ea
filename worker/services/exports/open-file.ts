import { Zip, ZipDeflate } from 'fflate';
import { exportPartKey } from '#core/blobs/keys';
import { AppError } from '#core/platform/errors';
import { type ExportRow, recordDownload } from '#core/store/exports';
import { auditOf } from '../audit-event.ts';
import { type SignedInContext, tenantOf } from '../context.ts';
import { FORMATS } from './formats.ts';
import { packageFiles, SHEET_HEAD, SHEET_TAIL, sheetPath } from './spreadsheet.ts';
import { fileName, requireExport } from './view.ts';

export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly body: ReadableStream<Uint8Array>;
}

/**
 * The file of a completed export, put together from its parts while it is sent. A missing part breaks the response off.
 * @throws AppError `not_found`, also after it has expired; `not_ready`
 */
export async function openExportFile(context: SignedInContext, id: string): Promise<ExportFile> {
  const row = await requireExport(context, id);
  if (row.status === 'expired') throw new AppError('not_found', 'The file of this export has expired.');
  if (row.status !== 'completed')
    throw new AppError('not_ready', 'The export is not finished yet.', { retryAfterSeconds: 1 });
  const event = auditOf(context, 'export.downloaded', { kind: 'export', id });
  await recordDownload(tenantOf(context), context.caller.organizationId, event);
  const { files } = context.dependencies;
  const { mediaType, sheets } = FORMATS[row.format];
  const chunks = sheets === null ? textChunks(files, row) : spreadsheetChunks(files, row, sheets);
  // A bucket that fails at once is answered with 503 rather than with a broken file.
  const first = await chunks.next();
  return { name: fileName(row), mediaType, body: streamOf(first, chunks) };
}

/** Read as fast as the client takes it. */
function streamOf(first: IteratorResult<Uint8Array>, chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  let next: IteratorResult<Uint8Array> | undefined = first;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = next ?? (await chunks.next());
      next = undefined;
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

async function* textChunks(files: R2Bucket, row: ExportRow): AsyncGenerator<Uint8Array> {
  for (let part = 0; part < row.parts; part++) yield await readPart(files, row, part, 0);
}

async function readPart(
  files: R2Bucket,
  { organizationId, id }: ExportRow,
  part: number,
  sheet: number,
): Promise<Uint8Array> {
  const object = await files.get(exportPartKey(organizationId, id, part, sheet));
  if (!object) throw new Error(`part ${part} of the export ${id} is missing`);
  return new Uint8Array(await object.arrayBuffer());
}

async function* spreadsheetChunks(
  files: R2Bucket,
  row: ExportRow,
  sheets: readonly string[],
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const encoder = new TextEncoder();
  for (const [path, content] of packageFiles(sheets)) {
    const file = new ZipDeflate(path);
    zip.add(file);
    file.push(encoder.encode(content), true);
  }
  for (const sheet of sheets.keys()) {
    const file = new ZipDeflate(sheetPath(sheet));
    zip.add(file);
    file.push(encoder.encode(SHEET_HEAD));
    for (let part = 0; part < row.parts; part++) {
      file.push(await readPart(files, row, part, sheet));
      yield* ready.splice(0);
    }
    file.push(encoder.encode(SHEET_TAIL), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
