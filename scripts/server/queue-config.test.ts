import { expect, test } from 'vitest';
import { unstable_readConfig as readConfig } from 'wrangler';
import {
  DEAD_LETTER_QUEUE,
  EXPORT_QUEUE,
  FIRST_RETRY_DELAY_SECONDS,
  JOB_ATTEMPTS,
  JOB_QUEUE,
  WEBHOOK_QUEUE,
} from '../../core/domain/queues.ts';
import { SETTINGS } from '../../core/platform/settings.ts';

interface Queues {
  readonly producers?: readonly { readonly binding: string; readonly queue: string }[];
  readonly consumers?: readonly { readonly queue: string }[];
}

const api: Queues = readConfig({ config: 'wrangler.toml' }).queues;
const consumer: Queues = readConfig({ config: 'queue-consumer/wrangler.toml' }).queues;

test('both Workers send to the job queue and the webhook queue, the API Worker to the export queue too', () => {
  const shared = [
    ['JOBS', JOB_QUEUE],
    ['WEBHOOKS', WEBHOOK_QUEUE],
  ];
  const sent = ({ producers }: Queues) => producers?.map(({ binding, queue }) => [binding, queue]);
  expect(sent(consumer)).toEqual(shared);
  expect(sent(api)).toEqual([...shared, ['EXPORTS', EXPORT_QUEUE]]);
});

test('the consumer reads the job queue and the dead-letter queue, and the API Worker reads the others', () => {
  expect(consumer.consumers?.map(({ queue }) => queue)).toEqual([JOB_QUEUE, DEAD_LETTER_QUEUE]);
  expect(api.consumers?.map(({ queue }) => queue)).toEqual([EXPORT_QUEUE, WEBHOOK_QUEUE]);
});

test('the platform delivers and delays job messages as the retry policy says', () => {
  expect(consumer.consumers?.[0]).toMatchObject({
    max_retries: JOB_ATTEMPTS - 1,
    retry_delay: FIRST_RETRY_DELAY_SECONDS,
    dead_letter_queue: DEAD_LETTER_QUEUE,
  });
});

test('by default a job fails for good with the last delivery of its message', () => {
  expect(SETTINGS.JOB_MAX_ATTEMPTS.default).toBe(JOB_ATTEMPTS);
});
