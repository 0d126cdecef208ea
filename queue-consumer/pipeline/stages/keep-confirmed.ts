import { readVerified } from '#core/blobs/verified';
import type { ExtractionResult } from '#core/domain/result';
import type { JobMessage } from '#core/jobs/message';
import { findKeptResult } from '#core/store/document-runs';
import { wereRowsCorrected } from '#core/store/result-changes';
import { carryConfirmed } from '#engine/validate/carry-confirmed';
import type { Dependencies } from '../../dependencies.ts';
import type { Extracted } from './extract-fields.ts';

/**
 * What people had confirmed in the run that this one follows, where it was asked to keep that. A stored result that
 * cannot be read fails the run, which is tried again: silently losing corrections would be worse.
 */
export async function keepConfirmed(
  { tenant, files }: Dependencies,
  { organizationId, documentId, jobId, shard }: JobMessage,
  extracted: Extracted,
): Promise<Extracted> {
  const db = tenant(shard);
  const kept = await findKeptResult(db, organizationId, documentId, jobId);
  if (kept === null) return extracted;
  const read = await readVerified(files, kept.objectKey, kept);
  if (read.kind !== 'whole') throw new Error(`the result of the run before is ${read.kind}`);
  const earlier: ExtractionResult = JSON.parse(new TextDecoder().decode(read.bytes));
  const keepsRows = await wereRowsCorrected(db, organizationId, documentId, kept.jobId);
  return { ...extracted, result: carryConfirmed(earlier, extracted.result, keepsRows) };
}
