import type { JobMessage } from '#core/jobs/message';
import type { SignedInContext } from '../context.ts';

/** Sends the message of a stored job. A failed send is not an error: the sweeper sends the job later. */
export async function queueJob({ dependencies }: SignedInContext, message: JobMessage): Promise<void> {
  try {
    await dependencies.jobs.send(message);
  } catch (error) {
    dependencies.log.error('job not sent; the sweeper will', error, { job_id: message.jobId });
  }
}
