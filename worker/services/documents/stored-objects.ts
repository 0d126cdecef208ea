import { originalKey } from '#core/blobs/keys';
import { type Fingerprint, readVerified } from '#core/blobs/verified';
import { AppError } from '#core/platform/errors';
import type { DocumentRow } from '#core/store/documents';
import type { SignedInContext } from '../context.ts';

/** Where the result of a run lies and what it is; as its row has it. */
export interface ResultLocation extends Fingerprint {
  readonly objectKey: string;
}

export const fingerprintOf = ({ sha256, fileSize }: Pick<DocumentRow, 'sha256' | 'fileSize'>): Fingerprint => ({
  sha256,
  size: fileSize,
});

export const keyOfOriginal = ({ caller }: SignedInContext, row: DocumentRow): string =>
  originalKey(caller.organizationId, row.id);

/** The bytes of a stored result, proved to be what was stored. @throws AppError `unavailable`, `result_damaged` */
export async function readStoredResult(
  context: SignedInContext,
  documentId: string,
  { objectKey, sha256, size }: ResultLocation,
): Promise<Uint8Array<ArrayBuffer>> {
  const read = await readVerified(context.dependencies.files, objectKey, { sha256, size });
  if (read.kind === 'whole') return read.bytes;
  if (read.kind === 'missing') throw new AppError('unavailable', 'The result is temporarily unavailable.');
  throw damagedObject(context, 'result_damaged', documentId, new Error('a stored result is not what was stored'));
}

const DETAILS = {
  source_damaged: 'The stored original is damaged. Upload the file again.',
  result_damaged: 'The stored result is damaged. Upload the file again.',
} as const;

/** The failure for the caller; the log gets an error whose `event` alerts can be set on (docs/errors.md). */
export function damagedObject(
  { dependencies }: SignedInContext,
  code: keyof typeof DETAILS,
  documentId: string,
  error: Error,
): AppError {
  dependencies.log.error('stored object damaged', error, { event: code, document_id: documentId });
  return new AppError(code, DETAILS[code], { documentId });
}
