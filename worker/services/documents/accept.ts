import { originalKey } from '#core/blobs/keys';
import type { DocumentPriority } from '#core/domain/document-status';
import type { DocumentType } from '#core/domain/document-types';
import { toPrintable } from '#core/domain/printable';
import { permissionsOnDocument } from '#core/domain/reach';
import { bounded, VALUE_LIMITS } from '#core/domain/value-limits';
import { estimateCost } from '#core/jobs/cost';
import type { JobMessage } from '#core/jobs/message';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { repeatOnce } from '#core/platform/transient-fault';
import { toHex } from '#core/security/digest';
import { acceptDocument, type DocumentRow, findDocument, findDocumentByIdempotencyKey } from '#core/store/documents';
import { detectMediaType } from '#engine/read/media-type';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { isTemplateChoosable } from '../templates/find.ts';
import { jobMessageOf } from './job-message.ts';
import { requirePlace } from './require-place.ts';
import { documentNotFound } from './view.ts';

export interface Upload {
  readonly file: File;
  readonly documentType?: DocumentType | undefined;
  readonly templateId?: string | undefined;
  readonly workspaceId?: string | undefined;
  readonly batchId?: string | undefined;
  readonly externalId?: string | undefined;
  readonly priority?: DocumentPriority | undefined;
  readonly idempotencyKey?: string | undefined;
}

export interface Accepted {
  readonly row: DocumentRow;
  readonly message: JobMessage;
  /** True if the idempotency key was used before; nothing new was created. */
  readonly repeated: boolean;
}

/**
 * Stores an upload: the original in R2 first, then document, job, outbox row and audit event in one batch. After it
 * returns, the document cannot be lost. The caller queues or runs the job.
 *
 * @param sweepAfterMs delay before the sweeper may resend the job
 * @throws AppError `forbidden`, `too_large`, `idempotency_mismatch`, `validation_failed`
 */
export async function acceptUpload(context: SignedInContext, upload: Upload, sweepAfterMs: number): Promise<Accepted> {
  requireSomewhere(context, 'documents.create');
  const workspaceId = await requirePlace(
    context,
    upload.workspaceId ?? context.caller.reach.boundTo,
    'form.workspace_id',
  );
  const { dependencies, caller, requestId } = context;
  const { organizationId } = caller;
  const { file } = upload;
  if (file.size > dependencies.settings.MAX_UPLOAD_BYTES) throw tooLarge(dependencies.settings.MAX_UPLOAD_BYTES);
  if (upload.templateId !== undefined && !(await isTemplateChoosable(context, upload.templateId)))
    throw new AppError('validation_failed', 'There is no such template.', {
      errors: [{ path: 'template_id', message: 'names no template that can be used' }],
    });
  const sha256 = await digest(file);
  const db = tenantOf(context);

  if (upload.idempotencyKey !== undefined) {
    const earlier = await findDocumentByIdempotencyKey(db, organizationId, upload.idempotencyKey);
    if (earlier) return repeat(context, earlier, sha256);
  }

  const now = dependencies.now();
  const documentId = newId('document', now);
  const jobId = newId('job', now);
  const ids = { documentId, jobId, workspaceId };
  const message: JobMessage = { ...jobMessageOf(context, ids), cost: await costOf(file) };
  const key = originalKey(organizationId, documentId);
  try {
    await dependencies.files.put(key, file, { sha256 });
    await acceptDocument(db, organizationId, {
      document: {
        id: documentId,
        organizationId,
        workspaceId,
        batchId: upload.batchId ?? null,
        templateId: upload.templateId ?? null,
        externalId: upload.externalId ?? null,
        name: printableName(file.name),
        status: 'queued',
        priority: upload.priority ?? 'normal',
        requestedType: upload.documentType ?? null,
        // Declared by the client; replaced by the detected type after processing.
        mediaType: file.type === '' ? 'application/octet-stream' : file.type.slice(0, VALUE_LIMITS.mediaType),
        fileSize: file.size,
        sha256,
        currentJobId: jobId,
        createdBy: caller.userId,
        idempotencyKey: upload.idempotencyKey ?? null,
        createdAt: now,
        updatedAt: now,
      },
      jobId,
      message: JSON.stringify(message),
      sweepAt: now + sweepAfterMs,
      requestId,
      audit: auditOf(context, 'document.created', { kind: 'document', id: documentId }),
    });
  } catch (error) {
    // An error does not mean that the batch failed: keep the original if the document exists.
    const made = await findDocument(db, organizationId, documentId);
    if (made) return { row: made, message, repeated: false };
    dependencies.defer(dependencies.files.delete(key));
    // Concurrent requests with one key: the unique index accepts only one.
    const winner =
      upload.idempotencyKey === undefined
        ? null
        : await findDocumentByIdempotencyKey(db, organizationId, upload.idempotencyKey);
    if (winner) return repeat(context, winner, sha256);
    throw error;
  }
  const row = await repeatOnce(() => findDocument(db, organizationId, documentId));
  if (!row) throw documentNotFound();
  return { row, message, repeated: false };
}

function repeat(context: SignedInContext, row: DocumentRow, sha256: string): Accepted {
  const { caller, dependencies } = context;
  const reached = permissionsOnDocument(caller, row, dependencies.now()).has('documents.create');
  if (row.sha256 !== sha256 || !reached) {
    throw new AppError('idempotency_mismatch', 'This Idempotency-Key was used for another file.');
  }
  const ids = { documentId: row.id, jobId: row.currentJobId, workspaceId: row.workspaceId };
  const message = jobMessageOf(context, ids);
  return { row, message, repeated: true };
}

const tooLarge = (limit: number): AppError =>
  new AppError('too_large', `The file exceeds the limit of ${limit} bytes.`);

/** Bytes read to detect the media type. */
const KIND_WINDOW_BYTES = 64 * 1024;

async function costOf(file: File): Promise<number> {
  const start = new Uint8Array(await file.slice(0, KIND_WINDOW_BYTES).arrayBuffer());
  return estimateCost({ mediaType: detectMediaType(start) ?? null, size: file.size });
}

async function digest(file: File): Promise<string> {
  const stream = new crypto.DigestStream('SHA-256');
  await file.stream().pipeTo(stream);
  return toHex(await stream.digest);
}

/** Removes paths and control characters from a file name, which is shown to users and sent in headers. */
function printableName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return bounded(toPrintable(last, last.length), VALUE_LIMITS.documentName) || 'document';
}
