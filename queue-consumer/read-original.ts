import { originalKey } from '#core/blobs/keys';
import { type Fingerprint, readVerified } from '#core/blobs/verified';
import type { DocumentErrorCode } from '#core/domain/error-codes';
import type { DocumentId, OrganizationId } from '#core/domain/id';
import type { Dependencies } from './dependencies.ts';

/** Reads an original and verifies it; one that was altered is not processed. */
export async function readOriginal(
  { files, log }: Pick<Dependencies, 'files' | 'log'>,
  organizationId: OrganizationId,
  documentId: DocumentId,
  fingerprint: Fingerprint,
): Promise<
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: DocumentErrorCode; readonly message: string }
> {
  const read = await readVerified(files, originalKey(organizationId, documentId), fingerprint);
  switch (read.kind) {
    case 'whole':
      return { ok: true, bytes: read.bytes };
    case 'missing':
      return { ok: false, code: 'source_missing', message: 'The original of this document is missing.' };
    case 'damaged': {
      const error = new Error('a stored original is not what was sent');
      log.error('stored object damaged', error, { event: 'source_damaged', document_id: documentId });
      return { ok: false, code: 'source_damaged', message: 'The original in storage is not what was sent.' };
    }
  }
}
