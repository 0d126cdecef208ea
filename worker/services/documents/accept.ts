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
  /** The idempotency key was used before: this is what that request made, and nothing new was done. */
  readonly repeated: boolean;
}

/**
 * Takes a file in: original into R2 first, then document, job, outbox row and audit event in one batch. When this
 * returns, the document cannot be lost. Does not send the job: the caller queues it or runs it.
 *
 * @param sweepAfterMs how long the sweeper leaves the job alone
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
  const { organizationId, shard } = caller;
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
  const message: JobMessage = {
    v: 1,
    kind: 'extract',
    organizationId,
    shard,
    documentId,
    jobId,
    requestId,
    workspaceId,
    cost: await costOf(file),
  };
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
        // What the sender says; replaced by what the content is once it was read.
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
      audit: auditOf(context, {
        action: 'document.created',
        targetKind: 'document',
        targetId: documentId,
        outcome: 'success',
      }),
    });
  } catch (error) {
    // Whether the batch was committed is read, not guessed: an error can hide a success, and then the original is needed.
    const made = await findDocument(db, organizationId, documentId);
    if (made) return { row: made, message, repeated: false };
    dependencies.defer(dependencies.files.delete(key));
    // Two requests with one key at the same time: the unique index let one through.
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
  const { caller, requestId, dependencies } = context;
  const reached = permissionsOnDocument(caller, row, dependencies.now()).has('documents.create');
  if (row.sha256 !== sha256 || !reached) {
    throw new AppError('idempotency_mismatch', 'This Idempotency-Key was used for another file.');
  }
  const message = {
    v: 1,
    kind: 'extract',
    organizationId: caller.organizationId,
    shard: caller.shard,
    documentId: row.id,
    jobId: row.currentJobId,
    requestId,
    workspaceId: row.workspaceId,
  } as JobMessage;
  return { row, message, repeated: true };
}

export const tooLarge = (limit: number): AppError =>
  new AppError('too_large', `The file is larger than the ${limit} bytes that are accepted.`);

/** How much of a file its kind is told by. */
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

/** Names are shown to people and go into headers: control characters and paths are of no use in either. */
function printableName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return bounded(toPrintable(last, last.length), VALUE_LIMITS.documentName) || 'document';
}
