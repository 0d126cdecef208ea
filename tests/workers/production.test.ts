import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { createApp } from '../../worker/app.ts';

test('in production there is no outbox to read', async () => {
  const app = createApp({ ...env, ENVIRONMENT: 'production' });
  const answer = await app(new Request('https://api.test/api/v1/dev/outbox'), createExecutionContext());
  expect(answer.status).toBe(404);
});
