import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { problemSchema } from '#core/contract/problem';
import { PASSWORD, signUp } from '#core/testing/sign-up';
import { createApp } from '../../worker/app.ts';

type Ask = (path: string, init: RequestInit) => Promise<Response>;

/**
 * The same Worker with settings that make an overload reproducible here; settings are variables beside the bindings.
 */
function pacedBy(restMs: number, maxWaitMs: number, limits: Readonly<Record<string, string>> = {}): Ask {
  const pace = {
    PASSWORD_HASH_REST_MILLISECONDS: String(restMs),
    PASSWORD_HASH_WAIT_MILLISECONDS: String(maxWaitMs),
    ...limits,
  };
  const app = createApp({ ...env, ...pace });
  return (path, init) => app(new Request(`https://api.test/api/v1${path}`, init), createExecutionContext());
}

const login = (ask: Ask, email: string, password: string) =>
  ask('/auth/login', {
    method: 'POST',
    body: JSON.stringify({ email, password }),
    headers: { 'content-type': 'application/json' },
  });

test('a storm of sign-ins is served at its pace, refused beyond it with a time to come back, and reads go on', async () => {
  const owner = await signUp();
  // All of them are the same person, and pending sign-ins count as attempts. Five pauses fit into the wait; they are
  // long compared with one read, even on a busy machine.
  const ask = pacedBy(1_000, 5_000, { SIGN_IN_ATTEMPTS: '12' });
  let settled = 0;
  const storm = Array.from({ length: 12 }, async () => {
    const answer = await login(ask, owner.email, PASSWORD);
    settled += 1;
    return answer;
  });
  // A read is answered long before the sign-ins are done.
  const read = await ask('/auth/me', { headers: { authorization: `Bearer ${owner.accessToken}` } });
  expect(read.status).toBe(200);
  expect(settled).toBeLessThan(12);
  const answers = await Promise.all(storm);
  const served = answers.filter((answer) => answer.status === 200);
  const refused = answers.filter((answer) => answer.status === 503);
  expect(served.length + refused.length).toBe(12);
  // Never faster than the configured rate, however slow the machine.
  expect(served.length).toBeGreaterThanOrEqual(1);
  expect(refused.length).toBeGreaterThanOrEqual(6);
  for (const answer of refused) {
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(problemSchema.parse(await answer.json()).code).toBe('unavailable');
  }
});
