import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { addAuthenticator } from '#core/testing/second-factor';
import { mintApiKey, PASSWORD, signUp } from '#core/testing/sign-up';
import { IDENTITY_TRIPS } from '../../scripts/bench/identity-trips.ts';
import { createApp } from '../../worker/app.ts';

/** Database round trips are the main cost of identity checks on every request. */

const TRIPS: ReadonlySet<PropertyKey> = new Set(['all', 'run', 'raw', 'first']);

/** Round trips of the tested route itself: reading the policy. */
const ROUTE_TRIPS = 1;
const { signIn, wrongPassword, firstStep, sessionCheck, sessionRemembered, keyCheck, keyRemembered } = IDENTITY_TRIPS;

/** The same Worker with a database that counts round trips. */
function counted(variables: Readonly<Record<string, string>> = {}) {
  let trips = 0;
  const counting = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(from, name) {
        const value: unknown = Reflect.get(from, name);
        if (typeof value !== 'function') return value;
        return (...given: readonly unknown[]) => {
          if (TRIPS.has(name)) trips += 1;
          const answer: unknown = Reflect.apply(value, from, given);
          return name === 'bind' && typeof answer === 'object' && answer !== null ? counting(answer) : answer;
        };
      },
    });
  const DB = new Proxy(env.DB, {
    get(from, name) {
      if (name === 'batch') {
        return (statements: D1PreparedStatement[]) => {
          trips += 1;
          return from.batch(statements);
        };
      }
      if (name === 'prepare') return (query: string) => counting(from.prepare(query));
      return Reflect.get(from, name);
    },
  });
  const app = createApp({ ...env, ...variables, DB });
  return async (method: string, path: string, init: { readonly token?: string; readonly json?: unknown }) => {
    const execution = createExecutionContext();
    const headers = new Headers({ 'content-type': 'application/json' });
    if (init.token) headers.set('authorization', `Bearer ${init.token}`);
    const body = init.json === undefined ? {} : { body: JSON.stringify(init.json) };
    trips = 0;
    const response = await app(new Request(`https://api.test/api/v1${path}`, { method, headers, ...body }), execution);
    const before = trips;
    await response.arrayBuffer();
    await waitOnExecutionContext(execution);
    return { status: response.status, trips: before };
  };
}

test('a sign-in is two trips, and a wrong password one', async () => {
  const owner = await signUp();
  const ask = counted();
  const login = (password: string) => ask('POST', '/auth/login', { json: { email: owner.email, password } });
  expect(await login(PASSWORD)).toEqual({ status: 200, trips: signIn.trips });
  expect(await login('wrong')).toEqual({ status: 401, trips: wrongPassword.trips });
});

test('the first step of a sign-in with two factors costs one trip more', async () => {
  const owner = await signUp();
  await addAuthenticator(owner);
  const answer = await counted()('POST', '/auth/login', { json: { email: owner.email, password: PASSWORD } });
  expect(answer).toEqual({ status: 200, trips: firstStep.trips });
});

test('a session is checked with one trip at most, and with none while it was seen a moment ago', async () => {
  const owner = await signUp();
  const ask = counted({ SESSION_CHECK_SECONDS: '60' });
  const path = `/organizations/${owner.organizationId}/sign-in-policy`;
  const read = async () => {
    const { status, trips } = await ask('GET', path, { token: owner.accessToken });
    return { status, trips: trips - ROUTE_TRIPS };
  };
  expect(await read()).toEqual({ status: 200, trips: sessionCheck.trips });
  expect(await read()).toEqual({ status: 200, trips: sessionRemembered.trips });
});

test('an API key is checked with one trip at most, and with none while it was seen a moment ago', async () => {
  const owner = await signUp();
  const { secret } = await mintApiKey(owner);
  const path = `/organizations/${owner.organizationId}/sign-in-policy`;
  for (const [seconds, { trips }] of [
    ['0', keyCheck],
    ['60', keyRemembered],
  ] as const) {
    const ask = counted({ API_KEY_USAGE_SECONDS: '60', API_KEY_CHECK_SECONDS: seconds });
    // The first call also writes the calls counted so far, outside the response.
    await ask('GET', path, { token: secret });
    expect(await ask('GET', path, { token: secret })).toEqual({ status: 200, trips: ROUTE_TRIPS + trips });
  }
});
