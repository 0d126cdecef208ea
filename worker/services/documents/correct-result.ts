import type { CorrectedResult } from '#core/contract/corrections';
import type { CorrectResultBody } from '#core/contract/review';
import type { ExtractionResult } from '#core/domain/result';
import { AppError } from '#core/platform/errors';
import { correctResult } from '#engine/validate/correct-result';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext } from '../context.ts';
import { announceDocument } from './announce.ts';
import { statusChange } from './document-changes.ts';
import { requireDocument } from './find.ts';
import { readCurrent } from './read-current.ts';
import { refuseIfLocked, requireReviewable } from './require-reviewable.ts';
import { correctedStatus, storeVersion, versionConflict } from './store-version.ts';
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
  const status = correctedStatus(document, next);
  const target = { kind: 'document', id: document.id };
  const changes = { ...statusChange(document.status, status), ...corrected.changes };
  const event = { ...auditOf(context, 'document.corrected', target), changes };
  const stored = await storeVersion(context, document, read, next, event, { status });
  announceDocument(context, stored);
  return { result: next, document: documentView(stored) };
}
