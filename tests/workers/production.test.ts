import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { call } from '#core/testing/call';
import { createApp } from '../../worker/app.ts';

test('in production there is no outbox to read', async () => {
  const app = createApp({ ...env, ENVIRONMENT: 'production' });
  const answer = await app(new Request('https://api.test/api/v1/dev/outbox'), createExecutionContext());
  expect(answer.status).toBe(404);
});

test('the outbox of a development server is for the machine it runs on', async () => {
  const from = (address: string) =>
    call('GET', '/api/v1/dev/outbox', { headers: { 'cf-connecting-ip': address, host: 'localhost:8787' } });
  expect((await from('127.0.0.1')).status).toBe(200);
  for (const address of ['203.0.113.7', '10.0.0.2', '2001:db8::1']) expect((await from(address)).status).toBe(404);
});

test('the outbox is not for a page whose own name was made to lead to this machine (DNS rebinding)', async () => {
  const named = (host: string) =>
    call('GET', '/api/v1/dev/outbox', { headers: { 'cf-connecting-ip': '127.0.0.1', host } });
  for (const host of ['localhost', 'LOCALHOST:8787', '127.0.0.1:8787', '[::1]:8787'])
    expect([host, (await named(host)).status]).toEqual([host, 200]);
  for (const host of [
    'evil.test',
    'evil.test:8787',
    'localhost.evil.test',
    '127.0.0.1.evil.test',
    '192.168.1.7:8787',
    '0.0.0.0',
  ])
    expect([host, (await named(host)).status]).toEqual([host, 404]);
});
