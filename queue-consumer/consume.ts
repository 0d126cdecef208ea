import { type JobMessage, parseJobMessage } from '#core/jobs/message';
import { createLogger } from '#core/platform/log';
import { createDependencies, type Dependencies } from './dependencies.ts';
import type { Environment } from './environment.ts';
import { failDeadJob } from './handlers/dead-letter.ts';
import { runJob } from './pipeline/run.ts';
import { retryDelaySeconds } from './retry-policy.ts';
import { findConfigurationError } from './settings.ts';

/** The queue whose messages were delivered in vain as often as allowed. */
const DEAD_LETTER_QUEUE = 'neocaptured-jobs-dead';
/** Pause before a batch is tried again that met an unusable configuration: somebody has to correct it first. */
const MISCONFIGURED_DELAY_SECONDS = 300;

/**
 * Takes a batch message by message. Never throws: a throwing batch would bring back messages that are done, and one
 * bad message must not touch its neighbours.
 */
export async function consumeBatch(batch: MessageBatch, env: Environment): Promise<void> {
  const problem = findConfigurationError(env);
  if (problem) {
    const fields = { queue: batch.queue, variable: problem.variable };
    createLogger({}).error('batch not handled: the configuration cannot be used', problem, fields);
    batch.retryAll({ delaySeconds: MISCONFIGURED_DELAY_SECONDS });
    return;
  }
  for (const message of batch.messages) {
    const job = parseJobMessage(message.body);
    const dependencies = createDependencies(env, job?.requestId ?? message.id);
    if (!job) {
      dependencies.log.error('unreadable message dropped', new TypeError('not a job message'), { queue: batch.queue });
      message.ack();
      continue;
    }
    try {
      const done = await (batch.queue === DEAD_LETTER_QUEUE ? deadLetter : deliver)(dependencies, job);
      if (done) message.ack();
      else message.retry({ delaySeconds: retryDelaySeconds(message.attempts) });
    } catch (error) {
      // The job's own failures end inside the pipeline; what arrives here is the platform (D1, R2) failing.
      dependencies.log.error('message not handled', error, { job_id: job.jobId, attempt: message.attempts });
      message.retry({ delaySeconds: retryDelaySeconds(message.attempts) });
    }
  }
}

/** True: the message has done its work, or somebody else is doing it. */
async function deliver(dependencies: Dependencies, job: JobMessage): Promise<boolean> {
  const report = await runJob(dependencies, job);
  return report.outcome !== 'deferred' || report.reason === 'held';
}

async function deadLetter(dependencies: Dependencies, job: JobMessage): Promise<boolean> {
  await failDeadJob(dependencies, job);
  return true;
}
