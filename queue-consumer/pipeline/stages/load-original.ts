import { readTemplateBody, toSchemaTemplate } from '#core/contract/templates';
import { type DocumentType, isDocumentType } from '#core/domain/document-types';
import type { SchemaTemplate } from '#core/domain/schema-template';
import type { DocumentNames } from '#core/domain/search-words';
import type { JobMessage } from '#core/jobs/message';
import { type DocumentRow, findDocument } from '#core/store/documents';
import { findTemplate } from '#core/store/templates';
import { shippedTemplate } from '#engine/templates/shipped';
import type { Dependencies } from '../../dependencies.ts';
import { readOriginal } from '../../read-original.ts';
import type { FailureReason } from '../end-as-failed.ts';

export interface Original {
  readonly ok: true;
  readonly document: DocumentRow;
  readonly bytes: Uint8Array;
  readonly names: DocumentNames;
  readonly documentType: DocumentType | undefined;
  /** Schema template to apply. */
  readonly template: SchemaTemplate | undefined;
}

/** Loads the original bytes and the caller's hints. */
export async function loadOriginal(
  dependencies: Dependencies,
  message: JobMessage,
): Promise<Original | ({ readonly ok: false } & FailureReason)> {
  const { organizationId, documentId, shard } = message;
  const row = await findDocument(dependencies.tenant(shard), organizationId, documentId);
  if (!row) return { ok: false, code: 'source_missing', message: 'This document is gone.' };
  const fingerprint = { sha256: row.sha256, size: row.fileSize };
  const original = await readOriginal(dependencies, organizationId, documentId, fingerprint);
  if (!original.ok) return original;
  const { requestedType, templateId, name, externalId } = row;
  return {
    ok: true,
    document: row,
    bytes: original.bytes,
    names: { name, externalId },
    documentType: requestedType !== null && isDocumentType(requestedType) ? requestedType : undefined,
    template: templateId === null ? undefined : await loadTemplate(dependencies, message, templateId),
  };
}

/** Loads a built-in template, or a custom one in its current version. A later run may use a later version. */
async function loadTemplate(
  { tenant }: Dependencies,
  { organizationId, shard }: JobMessage,
  id: string,
): Promise<SchemaTemplate | undefined> {
  const shipped = shippedTemplate(id);
  if (shipped !== undefined) return shipped;
  const row = await findTemplate(tenant(shard), organizationId, id);
  return row === null ? undefined : toSchemaTemplate(id, row.version, readTemplateBody(row.definition));
}
