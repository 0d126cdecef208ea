import type { JobMessage } from '#core/jobs/message';
import { seizeJob } from '#core/store/claim-job';
import type { Dependencies } from '../dependencies.ts';
import { endAsFailed } from '../pipeline/end-as-failed.ts';

/**
 * Ends the job of a dead-lettered message as `processing_failed`, with the original kept, instead of leaving it pending
 * forever. A job that has ended in the meantime or is held by another worker is not changed.
 */
export async function failDeadJob(dependencies: Dependencies, message: JobMessage): Promise<void> {
  const { settings, tenant, now, log } = dependencies;
  const db = tenant(message.shard);
  const claim = await seizeJob(db, message.organizationId, message, now(), settings.JOB_LEASE_SECONDS * 1000);
  if (!claim) return;
  log.warn('job failed for good', { job_id: message.jobId });
  await endAsFailed(dependencies, message, claim, {
    code: 'processing_failed',
    message: 'The document could not be processed after several tries. Its original is kept; try again later.',
  });
}
