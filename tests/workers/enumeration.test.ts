import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { call } from '#core/testing/call';
import { newEmail, type Owner, signUp } from '#core/testing/sign-up';
import { createApp } from '../../worker/app.ts';

/** Whether an address has an account shows neither in what is answered, nor in the work that is done for it. */

/** A refused attempt per address; what they have in common is the guess. */
interface Person {
  readonly email: string;
}
let people: Readonly<Record<string, Person>>;
beforeAll(async () => {
  const [known, suspended, withoutPassword]: readonly Owner[] = [await signUp(), await signUp(), await signUp()];
  if (!known || !suspended || !withoutPassword) throw new Error('three people signed up');
  await env.DB.prepare(`UPDATE users SET status = 'suspended' WHERE id = ?`).bind(suspended.userId).run();
  await env.DB.prepare('UPDATE users SET password_hash = NULL WHERE id = ?').bind(withoutPassword.userId).run();
  people = { known, suspended, withoutPassword, unknown: { email: newEmail() } };
});

const withoutRequestId = (text: string) => text.replaceAll(/req_[0-9a-z]{26}/g, 'req');
const shape = async (path: string, json: unknown) => {
  const { status, headers, text } = await call('POST', `/api/v1/auth/${path}`, { json });
  return { status, text: withoutRequestId(text), headers: [...headers.keys()].toSorted() };
};

describe('one answer for everybody', () => {
  test('to a wrong password', async () => {
    const answers = [];
    for (const { email } of Object.values(people))
      answers.push(await shape('login', { email, password: 'a wrong one' }));
    expect(answers[0]?.status).toBe(401);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test('to whoever forgot theirs', async () => {
    const answers = [];
    for (const { email } of Object.values(people)) answers.push(await shape('forgot-password', { email }));
    expect(answers[0]?.status).toBe(202);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test('to too many guesses', async () => {
    for (const { email } of [await signUp(), { email: newEmail() }]) {
      const statuses = [];
      for (let i = 0; i < 11; i++) statuses.push((await shape('login', { email, password: 'wrong' })).status);
      expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    }
  });
});

/** How long hashes are kept apart here: long beside everything else a sign-in does. */
const REST_MS = 400;

describe('one amount of work for everybody', () => {
  test('each wrong password waits its turn and costs a hash', async () => {
    const pace = { PASSWORD_HASH_REST_MILLISECONDS: String(REST_MS) };
    const app = createApp({ ...env, ...pace });
    for (const [name, { email }] of Object.entries(people)) {
      const begin = Date.now();
      for (let i = 0; i < 2; i++) await login(app, email);
      // The second could begin only a rest after the hash of the first.
      expect([name, Date.now() - begin >= REST_MS]).toEqual([name, true]);
      await scheduler.wait(REST_MS);
    }
  });

  test('and as many questions to the database before it is answered', async () => {
    let trips = 0;
    const batch = (statements: D1PreparedStatement[]) => {
      trips += 1;
      return env.DB.batch(statements);
    };
    const DB = new Proxy(env.DB, { get: (from, name) => (name === 'batch' ? batch : Reflect.get(from, name)) });
    const app = createApp({ ...env, DB });
    const counts = [];
    for (const { email } of Object.values(people)) {
      trips = 0;
      counts.push(await login(app, email, () => trips));
    }
    expect(new Set(counts)).toEqual(new Set([2]));
  });

  test('a forgotten password is answered before anybody is looked for', async () => {
    for (const { email } of Object.values(people)) {
      let go = () => {};
      const held = new Promise<void>((resolve) => {
        go = resolve;
      });
      const batch = async (statements: D1PreparedStatement[]) => {
        await held;
        return env.DB.batch(statements);
      };
      const DB = new Proxy(env.DB, { get: (from, name) => (name === 'batch' ? batch : Reflect.get(from, name)) });
      const execution = createExecutionContext();
      // Without an answer before it, this would wait for ever.
      const response = await createApp({ ...env, DB })(post('forgot-password', { email }), execution);
      expect(response.status).toBe(202);
      go();
      await waitOnExecutionContext(execution);
    }
  });
});

const post = (path: string, json: unknown) =>
  new Request(`https://api.test/api/v1/auth/${path}`, {
    method: 'POST',
    body: JSON.stringify(json),
    headers: { 'content-type': 'application/json' },
  });

async function login<T>(app: ReturnType<typeof createApp>, email: string, then?: () => T): Promise<T | undefined> {
  const execution = createExecutionContext();
  const response = await app(post('login', { email, password: 'a wrong one' }), execution);
  const seen = then?.();
  expect(response.status).toBe(401);
  await response.arrayBuffer();
  await waitOnExecutionContext(execution);
  return seen;
}
