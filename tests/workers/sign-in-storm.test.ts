import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { problemSchema } from '#core/contract/problem';
import { PASSWORD, signUp } from '#core/testing/sign-up';
import { createApp } from '../../worker/app.ts';

/** The same Worker at a pace at which a storm can be made here; settings are variables beside the bindings. */
const paced = createApp({
  ...env,
  ...{ PASSWORD_HASH_SPACING_MILLISECONDS: '400', PASSWORD_HASH_WAIT_MILLISECONDS: '1000' },
});

const ask = (path: string, init: RequestInit) =>
  paced(new Request(`https://api.test/api/v1${path}`, init), createExecutionContext());

test('a storm of sign-ins is served at its pace, refused beyond it with a time to come back, and reads go on', async () => {
  const owner = await signUp();
  const login = () =>
    ask('/auth/login', {
      method: 'POST',
      body: JSON.stringify({ email: owner.email, password: PASSWORD }),
      headers: { 'content-type': 'application/json' },
    });
  let settled = 0;
  const storm = Array.from({ length: 12 }, async () => {
    const answer = await login();
    settled += 1;
    return answer;
  });
  // Long before the storm is over, a read is answered.
  const read = await ask('/auth/me', { headers: { authorization: `Bearer ${owner.accessToken}` } });
  expect(read.status).toBe(200);
  expect(settled).toBeLessThan(12);
  const answers = await Promise.all(storm);
  const served = answers.filter((answer) => answer.status === 200);
  const refused = answers.filter((answer) => answer.status === 503);
  expect(served.length + refused.length).toBe(12);
  expect(served.length).toBeGreaterThanOrEqual(3);
  expect(refused.length).toBeGreaterThanOrEqual(6);
  for (const answer of refused) {
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(problemSchema.parse(await answer.json()).code).toBe('unavailable');
  }
});
