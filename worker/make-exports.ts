import { ConfigurationError } from '#core/domain/configuration-error';
import { parseWakeMessage } from '#core/jobs/wake-message';
import { newId } from '#core/platform/ids';
import { createLogger } from '#core/platform/log';
import { createDependencies } from './dependencies.ts';
import type { Environment } from './environment.ts';
import { makeExports } from './services/exports/make.ts';

const MISCONFIGURED_DELAY_SECONDS = 300;
const RETRY_DELAY_SECONDS = 5;

/** Consumer of the export queue. A failed attempt is counted at the export, which fails after some. */
export async function consumeExports(
  batch: MessageBatch,
  env: Environment,
  execution: ExecutionContext,
): Promise<void> {
  for (const message of batch.messages) {
    const wake = parseWakeMessage(message.body);
    try {
      if (wake) await makeExports(createDependencies(env, execution, newId('request', Date.now())), wake);
      message.ack();
    } catch (error) {
      createLogger({}).error('export not made', error, { queue: batch.queue });
      const isMisconfigured = error instanceof ConfigurationError;
      message.retry({ delaySeconds: isMisconfigured ? MISCONFIGURED_DELAY_SECONDS : RETRY_DELAY_SECONDS });
    }
  }
}
