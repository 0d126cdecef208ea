import type { ExtractionResult, PageWord } from '#core/domain/result';
import type { DocumentNames } from '#core/domain/search-words';
import type { JobMessage } from '#core/jobs/message';
import { extendLease } from '#core/store/claim-job';
import type { Claim } from '#core/store/job-guards';
import { extract } from '#engine/index';
import type { EngineHost } from '#engine/model';
import { detectMediaType } from '#engine/read/media-type';
import type { Dependencies } from '../../dependencies.ts';
import { boundResult, boundWords } from '../bound-result.ts';
import type { FailureReason } from '../end-as-failed.ts';
import type { Progress } from '../follow-progress.ts';
import type { Original } from './load-original.ts';

export interface Extracted {
  readonly ok: true;
  readonly mediaType: string;
  readonly names: DocumentNames;
  readonly result: ExtractionResult;
  readonly words: readonly (readonly PageWord[])[];
}

const UNKNOWN_MEDIA_TYPE = 'application/octet-stream';
/** Share of the lease after which it is renewed. */
const RENEW_AFTER = 1 / 3;

/** Runs the engine on the bytes. Renews the lease while a long document is processed. */
export async function extractFields(
  dependencies: Dependencies,
  message: JobMessage,
  claim: Claim,
  original: Original,
  progress: Progress,
): Promise<Extracted | ({ readonly ok: false } & FailureReason)> {
  const { bytes, documentType, template, names } = original;
  const detected = detectMediaType(bytes);
  const mediaType = detected ?? UNKNOWN_MEDIA_TYPE;
  const input = {
    bytes,
    ...(detected && { mediaType: detected }),
    ...(documentType && { documentType }),
    ...(template && { template }),
  };
  const outcome = await extract(input, keepAlive(dependencies, message, claim, progress));
  if (!outcome.ok) return { ok: false, ...outcome.error, mediaType };
  return { ok: true, mediaType, names, result: boundResult(outcome.result), words: boundWords(outcome.words) };
}

/** Returns an engine host whose pauses also extend the lease. */
function keepAlive(dependencies: Dependencies, message: JobMessage, claim: Claim, progress: Progress): EngineHost {
  const { host, now, tenant, settings } = dependencies;
  const leaseMs = settings.JOB_LEASE_SECONDS * 1000;
  let renewedAt = now();
  return {
    ...host,
    report: progress.report,
    pause: async () => {
      await host.pause();
      if (now() - renewedAt < leaseMs * RENEW_AFTER) return;
      renewedAt = now();
      await extendLease(tenant(message.shard), message.organizationId, claim, renewedAt + leaseMs);
    },
  };
}
