import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { connectControl } from '#core/db/connect';
import { pingControl } from '#core/store/system';
import { call } from '#core/testing/call';

test('ready means that every part answers', async () => {
  const answer = await call('GET', '/readyz');
  expect(answer.status).toBe(200);
  expect(answer.json).toMatchObject({ status: 'ready', parts: [{ ok: true }, { ok: true }, { ok: true }] });
});

test('a database without its tables is not ready, however well it answers', async () => {
  await pingControl(connectControl(env.DB));
  await env.DB.prepare('ALTER TABLE sign_in_attempts RENAME TO elsewhere').run();
  try {
    await expect(pingControl(connectControl(env.DB))).rejects.toThrow(/migrations are missing/);
    const answer = await call('GET', '/healthz');
    expect(answer.status).toBe(200);
  } finally {
    await env.DB.prepare('ALTER TABLE elsewhere RENAME TO sign_in_attempts').run();
  }
});
