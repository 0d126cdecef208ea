import { resultKey, wordsKey } from '#core/blobs/keys';
import { writeWords } from '#core/blobs/words';
import { statusOf, summaryOf } from '#core/domain/result-summary';
import { wordsOfPages, wordsOfValues } from '#core/domain/search-words';
import type { JobMessage } from '#core/jobs/message';
import { sha256Hex } from '#core/security/digest';
import { finishJob } from '#core/store/end-job';
import type { Claim } from '#core/store/job-guards';
import type { Dependencies } from '../../dependencies.ts';
import { announceEnd } from '../announce.ts';
import { encodeResult } from '../encode-result.ts';
import type { Progress } from '../follow-progress.ts';
import { runEvent } from '../run-event.ts';
import type { Judged } from './judge-result.ts';

/**
 * Stores words and result in R2, then ends the run in one batch. Object keys contain the job id, so a run that lost its
 * claim leaves at most an unreferenced object. Returns false if the claim was lost; nothing is visible then.
 */
export async function storeResult(
  dependencies: Dependencies,
  message: JobMessage,
  claim: Claim,
  { result, words, mediaType, names, duplicate, rejection }: Judged,
  progress: Progress,
): Promise<boolean> {
  const { files, tenant, now, host } = dependencies;
  const { organizationId, documentId, jobId, shard } = message;
  const objectKey = resultKey(organizationId, documentId, jobId);
  const body = await encodeResult(result, () => host.pause());
  const sha256 = await sha256Hex(body);
  await Promise.all([
    files.put(objectKey, body, { sha256, httpMetadata: { contentType: 'application/json' } }),
    writeWords(files, wordsKey(organizationId, documentId, jobId), words, () => host.pause()),
  ]);
  progress.report('store', 0.5);
  await progress.settled();
  const read = statusOf(result);
  const status = rejection === null ? read : 'rejected';
  const finishedAt = now();
  const finished = await finishJob(
    tenant(shard),
    organizationId,
    claim,
    {
      status,
      mediaType,
      documentType: result.document_type,
      method: result.method,
      pageCount: result.page_count,
      objectKey,
      sha256,
      size: body.byteLength,
      // A document without pages (an XML invoice) counts as one.
      billedPages: Math.max(1, result.page_count),
      summary: summaryOf(result),
      words: { values: wordsOfValues(names, result), text: await wordsOfPages(words, () => host.pause()) },
      duplicate,
      rejection: rejection === null ? undefined : { reason: rejection, from: read },
      audit: runEvent(message, `document.${status}`, 'success', finishedAt, {
        status: ['processing', status],
        ...(rejection !== null && { reason: [null, rejection] }),
        ...(duplicate !== null && { duplicate_of: [null, duplicate.id] }),
      }),
    },
    finishedAt,
  );
  if (finished) await announceEnd(dependencies, message, status);
  return finished;
}
