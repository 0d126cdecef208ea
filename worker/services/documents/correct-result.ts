import type { CorrectedResult } from '#core/contract/corrections';
import type { CorrectResultBody } from '#core/contract/review';
import type { FieldChanges } from '#core/domain/changed-fields';
import { AppError } from '#core/platform/errors';
import { correctResult } from '#engine/validate/correct-result';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext } from '../context.ts';
import { announceDocument } from '../review/announce.ts';
import { wakeDeliveries } from '../webhooks/wake.ts';
import { statusChange } from './document-changes.ts';
import { requireDocument } from './find.ts';
import { judgeVersion } from './judge-version.ts';
import { readAsType } from './read-as-type.ts';
import { readCurrent } from './read-current.ts';
import { requireReviewable } from './require-reviewable.ts';
import { correctedStatus, storeVersion, versionConflict } from './store-version.ts';
import { documentView } from './view.ts';

/**
 * Sets, clears and confirms values of a result as its next version, with the checks made again. A correction that
 * changes nothing makes no version. With another document type the document is read again first, so that indexes of rows
 * are those of the new reading.
 * @throws AppError `not_found`, `forbidden`, `invalid_state`, `locked`, `version_conflict`, `validation_failed` with the
 * path of each value that is none
 */
export async function correctDocument(
  context: SignedInContext,
  id: string,
  { version, document_type, ...correction }: CorrectResultBody,
): Promise<CorrectedResult> {
  requireSomewhere(context, 'documents.update');
  const document = await requireDocument(context, id, 'documents.update');
  requireReviewable(context, document);
  const { read, result } = await readCurrent(context, document);
  if (version !== undefined && version !== read.version) throw versionConflict();
  const { caller, dependencies } = context;
  const at = new Date(dependencies.now()).toISOString();
  const isRetyped = document_type !== undefined && document_type !== result.document_type;
  const base = isRetyped ? await readAsType(context, document, read, result, document_type) : result;
  const corrected = correctResult(base, correction, { by: { kind: caller.kind, id: caller.id }, at });
  if (!corrected.ok) {
    const errors = corrected.errors.map(({ path, message }) => ({ path: `json.${path}`, message }));
    throw new AppError('validation_failed', 'The correction holds a value that cannot be used.', { errors });
  }
  if (!isRetyped && Object.keys(corrected.changes).length === 0) return { result, document: documentView(document) };
  const { result: next, duplicate } = await judgeVersion(context, document, {
    ...corrected.result,
    version: read.version + 1,
  });
  const status = correctedStatus(document, next);
  const target = { kind: 'document', id: document.id };
  const typeChange: FieldChanges = isRetyped ? { document_type: [result.document_type, next.document_type] } : {};
  const changes = { ...statusChange(document.status, status), ...typeChange, ...corrected.changes };
  const event = { ...auditOf(context, 'document.corrected', target), changes };
  const stored = await storeVersion(context, document, read, next, event, { status, duplicate, isRetyped });
  const view = documentView(stored);
  announceDocument(context, view);
  wakeDeliveries(context);
  return { result: next, document: view };
}
