import { DEAD_LETTER_QUEUE } from '#core/domain/queues';
import { type JobMessage, parseJobMessage } from '#core/jobs/message';
import { newId } from '#core/platform/ids';
import { createLogger } from '#core/platform/log';
import { createDependencies, type Dependencies } from './dependencies.ts';
import type { Environment } from './environment.ts';
import { failDeadJob } from './handlers/dead-letter.ts';
import { runJob } from './pipeline/run.ts';
import { type Delivery, planBatch } from './plan-batch.ts';
import { retryDelaySeconds } from './retry-policy.ts';
import { findConfigurationError } from './settings.ts';

/** Delay before retrying a batch that failed on an invalid configuration, which the operator has to fix. */
const MISCONFIGURED_DELAY_SECONDS = 300;

/**
 * Light jobs processed concurrently: while one waits for D1 or R2, another uses the CPU. They share the isolate's 128 MB,
 * and each may hold a file of 10 MB and everything derived from it.
 */
const LIGHT_AT_ONCE = 4;

/**
 * Processes a batch, cheapest jobs first (plan-batch.ts). Never throws: that would redeliver messages that are already
 * done, and one failing message must not affect the others.
 */
export async function consumeBatch(batch: MessageBatch, env: Environment): Promise<void> {
  const problem = findConfigurationError(env);
  if (problem) {
    const fields = { queue: batch.queue, variable: problem.variable };
    createLogger({}).error('batch not processed: invalid configuration', problem, fields);
    batch.retryAll({ delaySeconds: MISCONFIGURED_DELAY_SECONDS });
    return;
  }
  const deliveries = batch.messages.flatMap((message) => readDelivery(batch, env, message));
  const handle = batch.queue === DEAD_LETTER_QUEUE ? deadLetter : deliver;
  const settleOne = (delivery: Delivery) => settle(env, delivery, handle);
  if (handle === deadLetter) return atOnce(deliveries, LIGHT_AT_ONCE, settleOne);
  const { light, heavy, later } = planBatch(deliveries);
  const kept = await sendBack(env, later);
  await atOnce(light, LIGHT_AT_ONCE, settleOne);
  await atOnce(heavy ? [heavy, ...kept] : kept, 1, settleOne);
}

function readDelivery(batch: MessageBatch, env: Environment, message: Message): readonly Delivery[] {
  const job = parseJobMessage(message.body);
  if (job) return [{ message, job }];
  const { log } = createDependencies(env, message.id);
  log.error('unreadable message dropped', new TypeError('not a job message'), { queue: batch.queue });
  message.ack();
  return [];
}

/**
 * Sends jobs back to the end of the queue; a job that occurs twice is sent once. Returns the deliveries to process now
 * because sending failed.
 */
async function sendBack(env: Environment, later: readonly Delivery[]): Promise<readonly Delivery[]> {
  if (later.length === 0) return [];
  const jobs = new Map(later.map(({ job }) => [job.jobId, { ...job, waited: (job.waited ?? 0) + 1 }]));
  try {
    await env.JOBS.sendBatch([...jobs.values()].map((body) => ({ body })));
  } catch (error) {
    const { log } = createDependencies(env, newId('request', Date.now()));
    log.error('jobs not requeued, processing them now', error, { jobs: jobs.size });
    return later;
  }
  for (const { message } of later) message.ack();
  return [];
}

/** Calls `work` for every item in order, at most `most` at a time. */
async function atOnce<T>(items: readonly T[], most: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const workers = Array.from({ length: Math.min(most, items.length) }, async () => {
    for (const item of waiting) await work(item);
  });
  await Promise.all(workers);
}

async function settle(
  env: Environment,
  { message, job }: Delivery,
  handle: (dependencies: Dependencies, job: JobMessage) => Promise<boolean>,
): Promise<void> {
  const dependencies = createDependencies(env, job.requestId);
  try {
    if (await handle(dependencies, job)) message.ack();
    else message.retry({ delaySeconds: retryDelaySeconds(message.attempts) });
  } catch (error) {
    // The pipeline handles failures of the job itself; only platform failures (D1, R2) arrive here.
    dependencies.log.error('message not processed', error, { job_id: job.jobId, attempt: message.attempts });
    message.retry({ delaySeconds: retryDelaySeconds(message.attempts) });
  }
}

/** Returns true if the job is done or another consumer holds it. */
async function deliver(dependencies: Dependencies, job: JobMessage): Promise<boolean> {
  const report = await runJob(dependencies, job);
  return report.outcome !== 'deferred' || report.reason === 'held';
}

async function deadLetter(dependencies: Dependencies, job: JobMessage): Promise<boolean> {
  await failDeadJob(dependencies, job);
  return true;
}
