import { resultVersionKey } from '#core/blobs/keys';
import type { DocumentStatus } from '#core/domain/document-status';
import type { Duplicate } from '#core/domain/duplicates';
import type { DocumentId } from '#core/domain/id';
import type { ExtractionResult } from '#core/domain/result';
import { statusOf, summaryOf } from '#core/domain/result-summary';
import { wordsOfValues } from '#core/domain/search-words';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { repeatOnce } from '#core/platform/transient-fault';
import { sha256Hex } from '#core/security/digest';
import type { AuditEvent } from '#core/store/audit';
import { isVersionObject, type NewVersion, type ReadVersion, storeCorrection } from '#core/store/correct-result';
import { type DocumentRow, findDocument } from '#core/store/documents';
import { duplicateColumns } from '#core/store/duplicates';
import { type SignedInContext, tenantOf } from '../context.ts';
import { withAnswer } from '../repeat-safely.ts';
import { requireReviewable } from './require-reviewable.ts';
import { documentNotFound, documentView } from './view.ts';

/** An approval was of the values before: the first of two no longer counts. */
const UNAPPROVED = { firstApprovedBy: null, firstApprovedAt: null } as const;

interface VersionOptions {
  /** Of the document from then on. */
  readonly status: DocumentStatus;
  readonly duplicate: Duplicate<DocumentId> | null;
  /** The version whose correction this one undoes. */
  readonly undoes?: number;
  /** It was read again as another type, which later runs keep, without the template that it was read by. */
  readonly isRetyped?: boolean;
  /** What a repeatable request answers beside the document. */
  readonly answered?: object;
}

/** The status of a document whose result was corrected. Corrections never complete one: that is a decision. */
export const correctedStatus = (document: DocumentRow, result: ExtractionResult): DocumentStatus =>
  statusOf(result) === 'needs_review' ? 'needs_review' : document.status;

/**
 * Makes a corrected result the next version: its object in R2 first, then everything that points to it in one batch. An
 * object that no row points to is deleted again. Returns the document as it is then.
 * @throws AppError `version_conflict`, `invalid_state`, `locked`, `not_found` where the document changed meanwhile
 */
export async function storeVersion(
  context: SignedInContext,
  document: DocumentRow,
  before: ReadVersion,
  result: ExtractionResult,
  change: AuditEvent,
  { status, duplicate, undoes, isRetyped = false, answered = {} }: VersionOptions,
): Promise<DocumentRow> {
  const { dependencies, caller } = context;
  const { organizationId } = caller;
  const db = tenantOf(context);
  const { version } = result;
  // Later than the last change of the document: by that other changes see that it is not as they read it.
  const at = Math.max(change.occurredAt, document.updatedAt + 1);
  const token = newId('event', at);
  const objectKey = resultVersionKey(organizationId, document.id, before.jobId, version, token);
  const body = new TextEncoder().encode(JSON.stringify(result));
  const sha256 = await sha256Hex(body);
  const documentType = result.document_type;
  const retyped = isRetyped ? { requestedType: documentType, templateId: null } : {};
  const columns = {
    status,
    documentType,
    ...retyped,
    ...summaryOf(result),
    ...duplicateColumns(duplicate),
    ...UNAPPROVED,
    updatedAt: at,
  };
  const after: DocumentRow = { ...document, ...columns };
  const event = await withAnswer(
    context,
    { ...change, occurredAt: at },
    { document: documentView(after), ...answered },
  );
  const next: NewVersion = {
    objectKey,
    sha256,
    size: body.byteLength,
    version,
    method: result.method,
    pageCount: result.page_count,
    columns,
    words: wordsOfValues(document, result),
    event,
    undoes,
  };
  let stored: boolean;
  try {
    await dependencies.files.put(objectKey, body, { sha256, httpMetadata: { contentType: 'application/json' } });
    const holder = caller.kind === 'user' ? caller.userId : null;
    stored = await storeCorrection(db, organizationId, document, before, next, holder);
  } catch (error) {
    // An error does not mean that the batch failed: keep the object if a row points to it.
    stored = await repeatOnce(() => isVersionObject(db, organizationId, document.id, objectKey));
    if (!stored) {
      dependencies.defer(dependencies.files.delete(objectKey));
      throw error;
    }
  }
  if (!stored) {
    dependencies.defer(dependencies.files.delete(objectKey));
    throw await reasonOf(context, document);
  }
  return after;
}

/** Why a guarded change had no effect: by what the document is now. */
async function reasonOf(context: SignedInContext, { id }: DocumentRow): Promise<AppError> {
  const now = await findDocument(tenantOf(context), context.caller.organizationId, id);
  if (!now) return documentNotFound();
  requireReviewable(context, now);
  return versionConflict();
}

export const versionConflict = (): AppError =>
  new AppError('version_conflict', 'The result was changed in the meantime. Reload and try again.');
