import type { DocumentType } from '#core/domain/document-types';
import type { ExtractionResult } from '#core/domain/result';
import { AppError } from '#core/platform/errors';
import type { ReadVersion } from '#core/store/correct-result';
import type { DocumentRow } from '#core/store/documents';
import { wereRowsCorrected } from '#core/store/result-changes';
import { carryConfirmed } from '#engine/validate/carry-confirmed';
import { type SignedInContext, tenantOf } from '../context.ts';
import { fingerprintOf } from './stored-objects.ts';

/**
 * The document read again as another type, with what was confirmed in the result so far. Nothing is stored.
 * @throws AppError with the reason why it cannot be read
 */
export async function readAsType(
  context: SignedInContext,
  document: DocumentRow,
  read: ReadVersion,
  result: ExtractionResult,
  documentType: DocumentType,
): Promise<ExtractionResult> {
  const { dependencies, caller } = context;
  const { organizationId } = caller;
  const { engine } = dependencies;
  const report = await engine.readAgain(organizationId, document.id, documentType, fingerprintOf(document));
  if (report.outcome === 'failed') throw new AppError(report.code, report.message, { documentId: document.id });
  const keepsRows = await wereRowsCorrected(tenantOf(context), organizationId, document.id, read.jobId);
  return carryConfirmed(result, report.result, keepsRows);
}
