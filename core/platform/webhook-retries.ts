import { ConfigurationError } from '../domain/configuration-error.ts';
import { WEBHOOK_LIMITS, WEBHOOK_RETRY_SECONDS } from '../domain/webhooks.ts';

/**
 * Reads `WEBHOOK_RETRY_SECONDS`: whole seconds between the attempts of a delivery, separated by commas.
 * @throws ConfigurationError for anything else, or too many of them
 */
export function readWebhookRetries(text: string | undefined): readonly number[] {
  if (text === undefined || text === '') return WEBHOOK_RETRY_SECONDS;
  const delays = text.split(',').map((part) => (/^ *\d{1,9} *$/.test(part) ? Number(part) : Number.NaN));
  const { retries, retrySeconds } = WEBHOOK_LIMITS;
  if (delays.length > retries || !delays.every((delay) => delay >= 1 && delay <= retrySeconds))
    throw new ConfigurationError(
      'WEBHOOK_RETRY_SECONDS',
      `must be at most ${retries} whole numbers from 1 to ${retrySeconds}, separated by commas`,
    );
  return delays;
}
