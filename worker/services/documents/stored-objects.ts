import { originalKey } from '#core/blobs/keys';
import { type Fingerprint, readVerified } from '#core/blobs/verified';
import { AppError } from '#core/platform/errors';
import type { DocumentRow } from '#core/store/documents';
import type { SignedInContext } from '../context.ts';

/** Location and fingerprint of a run's result, as stored in its row. */
export interface ResultLocation extends Fingerprint {
  readonly objectKey: string;
}

export const fingerprintOf = ({ sha256, fileSize }: Pick<DocumentRow, 'sha256' | 'fileSize'>): Fingerprint => ({
  sha256,
  size: fileSize,
});

export const keyOfOriginal = ({ caller }: SignedInContext, row: DocumentRow): string =>
  originalKey(caller.organizationId, row.id);

/** Returns the verified bytes of a stored result. @throws AppError `unavailable`, `result_damaged` */
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

/** Returns the error for the caller, and logs one with an `event` that alerts can match (docs/errors.md). */
export function damagedObject(
  { dependencies }: SignedInContext,
  code: keyof typeof DETAILS,
  documentId: string,
  error: Error,
): AppError {
  dependencies.log.error('stored object damaged', error, { event: code, document_id: documentId });
  return new AppError(code, DETAILS[code], { documentId });
}
