import { readVerified } from '#core/blobs/verified';
import type { TenantDatabase } from '#core/db/connect';
import type { EventType } from '#core/domain/events';
import type { DocumentId, OrganizationId } from '#core/domain/id';
import { EMBEDDED_RESULT_BYTES } from '#core/domain/value-limits';
import { findResultLocation } from '#core/store/documents';
import type { EventRow } from '#core/store/events';
import { findDocuments } from '#core/store/find-documents';
import type { Dependencies } from '../context.ts';
import { documentView } from '../documents/view.ts';

/** The result of an event cannot be read now. */
export class PayloadUnavailable extends Error {
  override readonly name = 'PayloadUnavailable';
}

/** Events after which a document has no result, or its result no longer matters. */
const WITHOUT_RESULT: ReadonlySet<EventType> = new Set(['document.failed', 'document.deleted']);

/**
 * The body of a webhook request: `{type, timestamp, data: {document, result}}`. Document and result are those of the API,
 * as they are now. A result too large to embed is replaced by `result_omitted`, as in `GET /documents/{id}`.
 * @throws PayloadUnavailable if the stored result is missing or damaged
 */
export async function payloadOf(
  { files }: Pick<Dependencies, 'files'>,
  db: TenantDatabase,
  organizationId: OrganizationId,
  event: Pick<EventRow, 'type' | 'documentId' | 'createdAt'>,
): Promise<string> {
  const [row] = await findDocuments(db, organizationId, [event.documentId]);
  const document = row ? JSON.stringify(documentView(row)) : JSON.stringify({ id: event.documentId });
  const result =
    row === undefined || WITHOUT_RESULT.has(event.type)
      ? ''
      : await resultMember(files, db, organizationId, event.documentId);
  const head = JSON.stringify({ type: event.type, timestamp: new Date(event.createdAt).toISOString() });
  return `${head.slice(0, -1)},"data":{"document":${document}${result}}}`;
}

async function resultMember(
  files: R2Bucket,
  db: TenantDatabase,
  organizationId: OrganizationId,
  documentId: DocumentId,
): Promise<string> {
  const location = await findResultLocation(db, organizationId, documentId);
  if (!location?.result) return '';
  const { objectKey, sha256, size } = location.result;
  if (size > EMBEDDED_RESULT_BYTES) {
    const url = `/api/v1/documents/${documentId}/result`;
    return `,"result_omitted":${JSON.stringify({ reason: 'too_large', size, url })}`;
  }
  const read = await readVerified(files, objectKey, { sha256, size });
  if (read.kind !== 'whole') throw new PayloadUnavailable(`the stored result is ${read.kind}`);
  return `,"result":${new TextDecoder().decode(read.bytes)}`;
}
