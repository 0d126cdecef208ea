import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { call } from '#core/testing/call';
import { mintApiKey, signUp } from '#core/testing/sign-up';
import { createApp } from '../../worker/app.ts';

test('a key that was found live a moment ago ends at once where it is revoked', async () => {
  const owner = await signUp();
  const { id, secret } = await mintApiKey(owner);
  const app = createApp({ ...env, API_KEY_CHECK_SECONDS: '3600' } as typeof env);
  const ask = async () => {
    const request = new Request('https://api.test/api/v1/documents', {
      headers: { authorization: `Bearer ${secret}` },
    });
    return (await app(request, createExecutionContext())).status;
  };
  expect([await ask(), await ask()]).toEqual([200, 200]);
  expect((await call('DELETE', `/api/v1/api-keys/${id}`, { token: owner.accessToken })).status).toBeLessThan(300);
  expect(await ask()).toBe(401);
});
