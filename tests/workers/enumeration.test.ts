import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { call } from '#core/testing/call';
import { newEmail, type Owner, signUp } from '#core/testing/sign-up';
import { createApp } from '../../worker/app.ts';

/** Neither the response nor the work done for it reveals whether an address has an account. */

/** A refused attempt per address, all with the same guess. */
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

/** Pause between hashes, long compared with the rest of a sign-in. */
const REST_MS = 400;

describe('one amount of work for everybody', () => {
  test('each wrong password waits its turn and costs a hash', async () => {
    const pace = { PASSWORD_HASH_REST_MILLISECONDS: String(REST_MS) };
    const app = createApp({ ...env, ...pace });
    for (const [name, { email }] of Object.entries(people)) {
      const begin = Date.now();
      for (let i = 0; i < 2; i++) await login(app, email);
      // The second could begin only one pause after the hash of the first.
      expect([name, Date.now() - begin >= REST_MS]).toEqual([name, true]);
      await scheduler.wait(REST_MS);
    }
  });

  test('and one question to the database, whoever it is', async () => {
    for (const [name, { email }] of Object.entries(people)) {
      const { status, before, after } = await ask(post('login', { email, password: 'a wrong one' }));
      expect([name, status, before]).toEqual([name, 401, 1]);
      // Its audit event is written after the response was sent.
      expect(after).toBeGreaterThan(before);
    }
  });

  test('a forgotten password is answered before anything is looked up', async () => {
    for (const [name, { email }] of Object.entries(people)) {
      const { status, before, after } = await ask(post('forgot-password', { email }));
      expect([name, status, before]).toEqual([name, 202, 0]);
      expect(after).toBeGreaterThan(before);
    }
  });

  test('an invitation asks as much about an address with an account as about one without', async () => {
    const owner = await signUp();
    const counts = [];
    // The first one also loads the session, which is then cached.
    for (const { email } of [{ email: newEmail() }, await signUp(), { email: newEmail() }]) {
      const { status, before } = await ask(post('invitations', { email, role: 'viewer' }, owner.accessToken));
      expect(status).toBe(201);
      counts.push(before);
    }
    expect(counts[1]).toBe(counts[2]);
  });
});

/** Database calls of one request: until its response can be read, and in total. */
async function ask(request: Request): Promise<{ status: number; before: number; after: number }> {
  let calls = 0;
  const counted = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(from, name) {
        const value: unknown = Reflect.get(from, name);
        if (typeof value !== 'function') return value;
        return (...given: readonly unknown[]) => {
          if (['batch', 'all', 'run', 'raw', 'first'].includes(String(name))) calls += 1;
          const answer: unknown = Reflect.apply(value, from, given);
          const goesOn = name === 'bind' || name === 'prepare';
          return goesOn && typeof answer === 'object' && answer !== null ? counted(answer) : answer;
        };
      },
    });
  const execution = createExecutionContext();
  const response = await createApp({ ...env, DB: counted(env.DB) })(request, execution);
  // Work already started would reach the database during this call.
  for (let i = 0; i < 5; i++) await env.DB.prepare('SELECT 1').run();
  const before = calls;
  await response.arrayBuffer();
  await waitOnExecutionContext(execution);
  return { status: response.status, before, after: calls };
}

const post = (path: string, json: unknown, token?: string) =>
  new Request(`https://api.test/api/v1/${token === undefined ? 'auth/' : ''}${path}`, {
    method: 'POST',
    body: JSON.stringify(json),
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  });

async function login(app: ReturnType<typeof createApp>, email: string): Promise<void> {
  const execution = createExecutionContext();
  const response = await app(post('login', { email, password: 'a wrong one' }), execution);
  expect(response.status).toBe(401);
  await response.arrayBuffer();
  await waitOnExecutionContext(execution);
}
