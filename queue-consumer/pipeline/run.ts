import type { ProcessReport } from '#core/jobs/engine-service';
import type { JobMessage } from '#core/jobs/message';
import { claimJob, releaseJob, seizeJob } from '#core/store/claim-job';
import type { Claim } from '#core/store/job-guards';
import type { Dependencies } from '../dependencies.ts';
import { retryDelaySeconds } from '../retry-policy.ts';
import { announce } from './announce.ts';
import { endAsFailed } from './end-as-failed.ts';
import { followProgress } from './follow-progress.ts';
import { extractFields } from './stages/extract-fields.ts';
import { judgeResult } from './stages/judge-result.ts';
import { keepConfirmed } from './stages/keep-confirmed.ts';
import { loadOriginal } from './stages/load-original.ts';
import { storeResult } from './stages/store-result.ts';

/** A `deferred` run reports whether another worker holds the job (`held`) or a retry is due (`retry`). */
export type RunReport =
  | Exclude<ProcessReport, { outcome: 'deferred' }>
  | { outcome: 'deferred'; reason: 'held' | 'retry' };

const GONE = {
  code: 'processing_failed',
  message: 'The document could not be processed after several tries.',
} as const;

/**
 * Processes one document, from claim to end. A duplicate delivery cannot claim the job again. Each stage is a file in
 * `stages/`; the end of a run (result, status, usage, audit event, outbox) is one batch.
 */
export async function runJob(dependencies: Dependencies, message: JobMessage): Promise<RunReport> {
  const { settings, tenant, now } = dependencies;
  const db = tenant(message.shard);
  const leaseMs = settings.JOB_LEASE_SECONDS * 1000;
  const claimed = await claimJob(db, message.organizationId, message, {
    now: now(),
    leaseMs,
    maxAttempts: settings.JOB_MAX_ATTEMPTS,
  });
  switch (claimed.kind) {
    case 'over':
    case 'held':
      return { outcome: 'deferred', reason: 'held' };
    case 'exhausted': {
      const claim = await seizeJob(db, message.organizationId, message, now(), leaseMs);
      if (claim) await endAsFailed(dependencies, message, claim, GONE);
      return { outcome: 'failed', ...GONE };
    }
    case 'claimed':
      return runClaimed(dependencies, message, claimed.claim, claimed.attempt);
  }
}

async function runClaimed(
  dependencies: Dependencies,
  message: JobMessage,
  claim: Claim,
  attempt: number,
): Promise<RunReport> {
  const progress = followProgress(dependencies, message);
  try {
    await announce(dependencies, message, { type: 'document.updated', status: 'processing' });
    const original = await loadOriginal(dependencies, message);
    if (!original.ok) return await endWithReason(dependencies, message, claim, original);
    const extracted = await extractFields(dependencies, message, claim, original, progress);
    await progress.settled();
    if (!extracted.ok) return await endWithReason(dependencies, message, claim, extracted);
    const kept = await keepConfirmed(dependencies, message, extracted);
    const judged = await judgeResult(dependencies, message, original.document, kept);
    const stored = await storeResult(dependencies, message, claim, judged, progress);
    if (!stored) return { outcome: 'deferred', reason: 'held' };
    return { outcome: 'completed', result: judged.result };
  } catch (error) {
    return giveBack(dependencies, message, claim, attempt, error);
  }
}

async function endWithReason(
  dependencies: Dependencies,
  message: JobMessage,
  claim: Claim,
  reason: Parameters<typeof endAsFailed>[3],
): Promise<RunReport> {
  await endAsFailed(dependencies, message, claim, reason);
  return { outcome: 'failed', code: reason.code, message: reason.message };
}

/** Handles an unexpected failure: releases the job for a retry while attempts are left, otherwise ends it. */
async function giveBack(
  dependencies: Dependencies,
  message: JobMessage,
  claim: Claim,
  attempt: number,
  error: unknown,
): Promise<RunReport> {
  const { settings, tenant, now, log } = dependencies;
  log.error('run failed', error, { job_id: message.jobId, attempt });
  if (attempt >= settings.JOB_MAX_ATTEMPTS) return endWithReason(dependencies, message, claim, GONE);
  const retryAt = now() + (retryDelaySeconds(attempt) + settings.SWEEP_AGE_SECONDS) * 1000;
  await releaseJob(tenant(message.shard), message.organizationId, claim, now(), retryAt);
  return { outcome: 'deferred', reason: 'retry' };
}
