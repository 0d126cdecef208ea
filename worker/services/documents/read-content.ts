import { pictureKey, wordsKey } from '#core/blobs/keys';
import { readPicture } from '#core/blobs/pictures';
import { contradicts, verifiedStream } from '#core/blobs/verified';
import { readWords } from '#core/blobs/words';
import { isTerminal } from '#core/domain/document-status';
import { AppError } from '#core/platform/errors';
import { type DocumentRow, findResultLocation } from '#core/store/documents';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { requireDocument, requireOnDocument } from './find.ts';
import { damagedObject, fingerprintOf, keyOfOriginal } from './stored-objects.ts';

/**
 * Returns the original bytes; the stream fails if they are damaged. @throws AppError `not_found`, `source_missing`,
 * `source_damaged`
 */
export async function openOriginal(
  context: SignedInContext,
  documentId: string,
): Promise<{ readonly row: DocumentRow; readonly body: ReadableStream }> {
  requireSomewhere(context, 'documents.read');
  const row = await requireDocument(context, documentId, 'documents.read');
  const object = await context.dependencies.files.get(keyOfOriginal(context, row));
  if (!object) throw new AppError('source_missing', 'The original of this document is missing.', { documentId });
  const fingerprint = fingerprintOf(row);
  const damaged = (error: Error) => damagedObject(context, 'source_damaged', documentId, error);
  if (contradicts(object, fingerprint)) {
    await object.body.cancel();
    throw damaged(new Error('storage has another length or checksum than what was sent'));
  }
  return { row, body: verifiedStream(object.body, fingerprint, damaged) };
}

/**
 * Returns a page (from 1) as PNG, rendered on first access. @throws AppError `not_found`, `not_ready` and reading
 * errors
 */
export async function openPicture(context: SignedInContext, documentId: string, page: number): Promise<BodyInit> {
  requireSomewhere(context, 'documents.read');
  const { dependencies, caller } = context;
  const row = await requireDocument(context, documentId, 'documents.read');
  if (row.pageCount === null && !isTerminal(row.status)) {
    throw new AppError('not_ready', 'The document has not been processed yet.', { retryAfterSeconds: 1 });
  }
  if (page > (row.pageCount ?? 0)) throw new AppError('not_found', 'The document has no such page.');
  const id = row.id;
  const stored = await readPicture(dependencies.files, pictureKey(caller.organizationId, id, page));
  if (stored) return stored;
  const rendered = await dependencies.engine.renderPage(caller.organizationId, id, page, fingerprintOf(row));
  if (rendered.ok) return rendered.png as Uint8Array<ArrayBuffer>;
  throw new AppError(rendered.code, rendered.message, { documentId });
}

/** Returns the words of a page (from 1) as JSON text. @throws AppError `not_found`, `not_ready` */
export async function readPageWords(context: SignedInContext, documentId: string, page: number): Promise<string> {
  requireSomewhere(context, 'documents.read');
  const { dependencies, caller } = context;
  const found = await findResultLocation(tenantOf(context), caller.organizationId, documentId);
  const location = requireOnDocument(context, found, 'documents.read');
  if (location.jobId === null)
    throw new AppError('not_ready', 'The words of this document are not available yet.', { retryAfterSeconds: 1 });
  const key = wordsKey(caller.organizationId, location.id, location.jobId);
  const words = await readWords(dependencies.files, key, page);
  if (words === 'damaged')
    throw damagedObject(context, 'result_damaged', documentId, new Error('stored words are not what was stored'));
  if (words === null) throw new AppError('not_found', 'The document has no such page.');
  return words;
}
