import { originalKey } from '#core/blobs/keys';
import { type DocumentType, isDocumentType } from '#core/domain/document-types';
import type { JobMessage } from '#core/jobs/message';
import { findDocument } from '#core/store/documents';
import type { Dependencies } from '../../dependencies.ts';
import type { FailureReason } from '../end-as-failed.ts';

export interface Original {
  readonly ok: true;
  readonly bytes: Uint8Array;
  readonly documentType: DocumentType | undefined;
}

/** Fetches the bytes as they were handed in, and what the caller said they are. */
export async function loadOriginal(
  dependencies: Dependencies,
  message: JobMessage,
): Promise<Original | ({ readonly ok: false } & FailureReason)> {
  const { organizationId, documentId, shard } = message;
  const [row, object] = await Promise.all([
    findDocument(dependencies.tenant(shard), organizationId, documentId),
    dependencies.files.get(originalKey(organizationId, documentId)),
  ]);
  if (!row || !object)
    return { ok: false, code: 'source_missing', message: 'The original of this document is missing.' };
  const { requestedType } = row;
  return {
    ok: true,
    bytes: new Uint8Array(await object.arrayBuffer()),
    documentType: requestedType !== null && isDocumentType(requestedType) ? requestedType : undefined,
  };
}
