import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { problemSchema } from '#core/contract/problem';
import { JOB_QUEUE } from '#core/domain/queues';
import { consumeBatch } from '../../queue-consumer/consume.ts';
import { createApp } from '../../worker/app.ts';

const key = (text: string) => JSON.stringify([{ kid: 'a', secret: btoa(text) }]);

/** Invalid variables, with a part of the value that must not appear in any response. */
const UNUSABLE: readonly (readonly [variable: string, value: string])[] = [
  ['ENVIRONMENT', 'prod'],
  ['ENVIRONMENT', 'Production'],
  ['ENVIRONMENT', 'dev'],
  ['ENVIRONMENT', ' development'],
  ['JWT_KEYS', 'not-json-hunter2'],
  ['JWT_KEYS', '[]'],
  ['JWT_KEYS', key('hunter2')],
  ['JWT_KEYS', key('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')],
  ['JWT_KEYS', '[{"kid":"a","secret":"§§§§"}]'],
  ['SEALING_KEYS', ''],
  ['SEALING_KEYS', '[{"kid":"hunter2"}]'],
  ['ACCESS_TOKEN_SECONDS', '99999999'],
  ['REFRESH_TOKEN_SECONDS', '31536000'],
  ['IMPERSONATION_SECONDS', '15m'],
  ['MFA_ATTEMPTS', '-1'],
  ['PLAN_LIMITS', '{"starter"'],
  ['IDENTITY_PROVIDERS', '[{"client_secret":"hunter2"}]'],
  ['REGISTRATION_MODE', 'Closed'],
  ['EMAIL_VERIFICATION', 'yes'],
  ['PUBLIC_URL', 'app.example.com'],
  ['SYSTEM_ADMINISTRATORS', 'ada@example.com;grace@example.com'],
  ['SMTP_URL', 'https://hunter2@mail.example.com'],
  ['ACESS_TOKEN_SECONDS', '900'],
];

const ask = (variables: Readonly<Record<string, string>>, path: string) =>
  createApp({ ...env, ...variables })(new Request(`https://api.test${path}`), createExecutionContext());

describe('a Worker does not serve with a variable it cannot use, and names it', () => {
  test.each(UNUSABLE)('%s %j', async (variable, value) => {
    for (const path of ['/api/v1/auth/me', '/api/v1/dev/outbox', '/readyz', '/']) {
      const answer = await ask({ MAIL_FROM: 'a@example.com', [variable]: value }, path);
      const text = await answer.text();
      expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
      const problem = problemSchema.parse(JSON.parse(text));
      expect([problem.code, problem.request_id]).toEqual(['misconfigured', answer.headers.get('x-request-id')]);
      expect(problem.detail).toContain(variable);
      expect(text).not.toMatch(/hunter2|"stack"|\.ts:/);
    }
  });

  test('the consumer keeps a whole batch for later', async () => {
    const batch = createMessageBatch(JOB_QUEUE, [
      { id: 'one', timestamp: new Date(), attempts: 1, body: { made: 'up' } },
    ]);
    const context = createExecutionContext();
    await consumeBatch(batch, { ...env, ENVIRONMENT: 'prod' });
    const outcome = await getQueueResult(batch, context);
    expect([outcome.explicitAcks, outcome.retryBatch.retry]).toEqual([[], true]);
  });
});

test('without the variable a deployment is production, and staging is like it: no outbox', async () => {
  const local = { headers: { 'cf-connecting-ip': '127.0.0.1', host: 'localhost' } };
  for (const [ENVIRONMENT, status] of [
    ['', 404],
    ['production', 404],
    ['staging', 404],
    ['development', 200],
  ] as const) {
    const request = new Request('https://localhost/api/v1/dev/outbox', local);
    const answer = await createApp({ ...env, ENVIRONMENT })(request, createExecutionContext());
    expect([ENVIRONMENT, answer.status]).toEqual([ENVIRONMENT, status]);
  }
});
