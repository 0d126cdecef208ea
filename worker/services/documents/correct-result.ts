import type { CorrectedResult, CorrectResultBody } from '#core/contract/review';
import type { ExtractionResult } from '#core/domain/result';
import { AppError } from '#core/platform/errors';
import type { ReadVersion } from '#core/store/correct-result';
import { type DocumentRow, findResultLocation } from '#core/store/documents';
import { correctResult } from '#engine/validate/correct-result';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { announceDocument } from './announce.ts';
import { requireDocument } from './find.ts';
import { refuseIfLocked, requireReviewable } from './require-reviewable.ts';
import { storeVersion, versionConflict } from './store-version.ts';
import { readStoredResult } from './stored-objects.ts';
import { documentView } from './view.ts';

/**
 * Sets, clears and confirms values of a result as its next version, with the checks made again. A correction that
 * changes nothing makes no version.
 * @throws AppError `not_found`, `forbidden`, `invalid_state`, `locked`, `version_conflict`, `validation_failed` with the
 * path of each value that is none
 */
export async function correctDocument(
  context: SignedInContext,
  id: string,
  { version, ...correction }: CorrectResultBody,
): Promise<CorrectedResult> {
  requireSomewhere(context, 'documents.update');
  const document = await requireDocument(context, id, 'documents.update');
  requireReviewable(document);
  refuseIfLocked(context, document);
  const { read, result } = await readCurrent(context, document);
  if (version !== undefined && version !== read.version) throw versionConflict();
  const { caller, dependencies } = context;
  const at = new Date(dependencies.now()).toISOString();
  const corrected = correctResult(result, correction, { by: { kind: caller.kind, id: caller.id }, at });
  if (!corrected.ok) {
    const errors = corrected.errors.map(({ path, message }) => ({ path: `json.${path}`, message }));
    throw new AppError('validation_failed', 'The correction holds a value that cannot be used.', { errors });
  }
  if (Object.keys(corrected.changes).length === 0) return { result, document: documentView(document) };
  const next: ExtractionResult = { ...corrected.result, version: read.version + 1 };
  const event = {
    ...auditOf(context, 'document.corrected', { kind: 'document', id: document.id }),
    changes: corrected.changes,
  };
  const stored = await storeVersion(context, document, read, next, event);
  announceDocument(context, stored);
  return { result: next, document: documentView(stored) };
}

/** The visible result and where it lies. @throws AppError `not_found`, `unavailable`, `result_damaged` */
export async function readCurrent(
  context: SignedInContext,
  document: DocumentRow,
): Promise<{ readonly read: ReadVersion; readonly result: ExtractionResult }> {
  const location = await findResultLocation(tenantOf(context), context.caller.organizationId, document.id);
  if (!location?.result || location.jobId === null) throw new AppError('not_found', 'The document has no result.');
  const bytes = await readStoredResult(context, document.id, location.result);
  const result: ExtractionResult = JSON.parse(new TextDecoder().decode(bytes));
  return { read: { ...location.result, jobId: location.jobId }, result };
}
