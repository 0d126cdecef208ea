import type { UndoResponse } from '#core/contract/review';
import { AppError } from '#core/platform/errors';
import type { DocumentRow } from '#core/store/documents';
import { findLastCorrection } from '#core/store/result-changes';
import { readReviewPolicy } from '#core/store/review-policies';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { announceDocument } from '../review/announce.ts';
import { wakeDeliveries } from '../webhooks/wake.ts';
import { inverse, readChanges, statusBefore } from './document-changes.ts';
import { requireOnDocument } from './find.ts';
import { judgeVersion } from './judge-version.ts';
import { currentVersion, readVersion } from './read-current.ts';
import { requireReviewable } from './require-reviewable.ts';
import { correctedStatus, storeVersion } from './store-version.ts';
import { documentView } from './view.ts';

const MINUTE_MS = 60_000;
/** Larger results are left out of the response: the answer to a repeated request is kept in a row of at most 2 MB. */
const MAX_ANSWERED_BYTES = 1_000_000;

/**
 * Undoes the last correction that stands, as a new version with the values before it: only the caller's own, within the
 * organization's time for undoing, and never after an export. Called again, it undoes the one before.
 * @throws AppError `invalid_state` where there is nothing to undo, `locked`, `version_conflict`, `forbidden`
 */
export async function undoCorrection(context: SignedInContext, document: DocumentRow): Promise<UndoResponse> {
  requireSomewhere(context, 'documents.update');
  requireOnDocument(context, document, 'documents.update');
  requireReviewable(context, document);
  const { caller, dependencies } = context;
  const db = tenantOf(context);
  const read = await currentVersion(context, document);
  const last = await findLastCorrection(db, caller.organizationId, document.id, read.jobId);
  if (last === null) throw nothingToUndo('There is no correction to undo.');
  if (last.actorId !== caller.id) throw nothingToUndo('Somebody else made the last correction.');
  if (document.exportedAt !== null)
    throw nothingToUndo('The document was exported; corrections can no longer be undone.');
  const { undo_minutes } = await readReviewPolicy(db, caller.organizationId);
  if (last.createdAt < dependencies.now() - undo_minutes * MINUTE_MS)
    throw nothingToUndo('The time for undoing the last correction is over.');
  const previous = await readVersion(context, document, {
    objectKey: last.previousObjectKey,
    sha256: last.previousSha256,
    size: last.previousSize,
  });
  const { result, duplicate } = await judgeVersion(context, document, { ...previous, version: read.version + 1 });
  const changes = readChanges(last.changes);
  const status = statusBefore(changes) ?? correctedStatus(document, result);
  const event = {
    ...auditOf(context, 'document.undone', { kind: 'document', id: document.id }),
    changes: inverse(changes),
  };
  const answered = last.previousSize <= MAX_ANSWERED_BYTES ? { result } : {};
  const stored = await storeVersion(context, document, read, result, event, {
    status,
    duplicate,
    undoes: last.version,
    answered,
  });
  const view = documentView(stored);
  announceDocument(context, view);
  wakeDeliveries(context);
  return { document: view, ...answered };
}

export const nothingToUndo = (reason: string): AppError => new AppError('invalid_state', `Nothing to undo. ${reason}`);
