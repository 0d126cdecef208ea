import type { ExtractionResult } from '#core/domain/result';
import { AppError } from '#core/platform/errors';
import type { ReadVersion, ResultObject } from '#core/store/correct-result';
import { type DocumentRow, findResultLocation } from '#core/store/documents';
import { type SignedInContext, tenantOf } from '../context.ts';
import { readStoredResult } from './stored-objects.ts';

/** The visible result and where it lies. @throws AppError `not_found`, `unavailable`, `result_damaged` */
export async function readCurrent(
  context: SignedInContext,
  document: Pick<DocumentRow, 'id'>,
): Promise<{ readonly read: ReadVersion; readonly result: ExtractionResult }> {
  const read = await currentVersion(context, document);
  return { read, result: await readVersion(context, document, read) };
}

/** Where the visible result lies. @throws AppError `not_found` */
export async function currentVersion(context: SignedInContext, { id }: Pick<DocumentRow, 'id'>): Promise<ReadVersion> {
  const location = await findResultLocation(tenantOf(context), context.caller.organizationId, id);
  if (!location?.result || location.jobId === null) throw new AppError('not_found', 'The document has no result.');
  return { ...location.result, jobId: location.jobId };
}

/** One version of a result. @throws AppError `unavailable`, `result_damaged` */
export async function readVersion(
  context: SignedInContext,
  { id }: Pick<DocumentRow, 'id'>,
  object: ResultObject,
): Promise<ExtractionResult> {
  return JSON.parse(new TextDecoder().decode(await readStoredResult(context, id, object)));
}
