import { ConfigurationError } from '#core/domain/configuration-error';
import { parseWakeMessage, type WakeMessage } from '#core/jobs/wake-message';
import { newId } from '#core/platform/ids';
import { createLogger } from '#core/platform/log';
import { createDependencies } from './dependencies.ts';
import type { Environment } from './environment.ts';
import { deliverDue } from './services/webhooks/deliver-due.ts';

const MISCONFIGURED_DELAY_SECONDS = 300;

/**
 * Consumer of the webhook queue. Messages are acknowledged at once: the deliveries are rows, and whatever is not sent
 * now is sent by the next message or the sweeper. So a slow receiver does not hold up the queue.
 */
export function deliverWebhooks(batch: MessageBatch, env: Environment, execution: ExecutionContext): void {
  try {
    const dependencies = createDependencies(env, execution, newId('request', Date.now()));
    for (const message of wakesOf(batch)) dependencies.defer(deliverDue(dependencies, message));
    batch.ackAll();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const fields = { queue: batch.queue, variable: error.variable };
    createLogger({}).error('webhooks not delivered: invalid configuration', error, fields);
    batch.retryAll({ delaySeconds: MISCONFIGURED_DELAY_SECONDS });
  }
}

/** One message for each organization of the batch. */
function wakesOf(batch: MessageBatch): Iterable<WakeMessage> {
  const wakes = batch.messages.flatMap(({ body }) => parseWakeMessage(body) ?? []);
  return new Map(wakes.map((wake) => [wake.organizationId, wake])).values();
}
