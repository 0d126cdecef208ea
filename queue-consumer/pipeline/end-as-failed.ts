import type { DocumentErrorCode } from '#core/domain/error-codes';
import type { JobMessage } from '#core/jobs/message';
import { failJob } from '#core/store/end-job';
import type { Claim } from '#core/store/job-guards';
import type { Dependencies } from '../dependencies.ts';
import { announceEnd } from './announce.ts';
import { runEvent } from './run-event.ts';

export interface FailureReason {
  readonly code: DocumentErrorCode;
  readonly message: string;
  readonly mediaType?: string | undefined;
}

/** Ends the claimed job without a result and notifies watchers. */
export async function endAsFailed(
  dependencies: Dependencies,
  message: JobMessage,
  claim: Claim,
  reason: FailureReason,
): Promise<void> {
  const now = dependencies.now();
  const audit = runEvent(message, 'document.failed', 'failure', now, { error_code: [null, reason.code] });
  const db = dependencies.tenant(message.shard);
  const ended = await failJob(db, message.organizationId, claim, { ...reason, audit }, now);
  if (ended) await announceEnd(dependencies, message, 'failed');
}
