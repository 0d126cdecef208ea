import { env } from 'cloudflare:workers';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connectControl } from '../db/connect.ts';
import { users } from '../db/schema/control.ts';
import { describeError } from './describe-error.ts';

const ADDRESS = 'somebody@private.example';
const HASH = '$scrypt$ln=14,r=8,p=5$c2VjcmV0$c2VjcmV0';

async function failureOf(work: () => Promise<unknown>): Promise<unknown> {
  return work().then(
    () => {
      throw new Error('nothing failed');
    },
    (error: unknown) => error,
  );
}

const db = connectControl(env.DB);

test('a failed query is logged with its text and the reason, without its parameters', async () => {
  const error = await failureOf(() =>
    db.update(users).set({ passwordHash: HASH }).where(sql`no_such_column = ${ADDRESS}`),
  );
  expect(String(error)).toContain(ADDRESS);
  const described = describeError(error);
  expect(JSON.stringify(described)).not.toMatch(/private\.example|scrypt|params/);
  expect(described.error).toContain('update "users" set');
  expect(described.cause).toContain('no_such_column');
  expect(described.stack).toMatch(/^ {4}at /);
});

test('a failed query inside another error is logged without its parameters', async () => {
  const query = await failureOf(() => db.run(sql`SELECT * FROM no_such_table WHERE email = ${ADDRESS}`));
  const described = describeError(new Error('the sweep failed', { cause: query }));
  expect(described.error).toBe('the sweep failed');
  expect(JSON.stringify(described)).not.toContain(ADDRESS);
  expect(described.cause).toContain('no_such_table');
});

test('a parameter that looks like a frame of the stack is not logged', async () => {
  const error = await failureOf(() =>
    db.run(sql`SELECT * FROM no_such_table WHERE email = ${`x\n    at ${ADDRESS}\n`}`),
  );
  expect(JSON.stringify(describeError(error))).not.toContain(ADDRESS);
});

test('malformed JSON is logged without an excerpt', () => {
  let error: unknown;
  try {
    JSON.parse(ADDRESS);
  } catch (caught) {
    error = caught;
  }
  expect(String(error)).toContain('somebody');
  expect(JSON.stringify(describeError(error))).not.toContain('somebody');
});

test('any other error keeps its message, name and cause', () => {
  const error = new TypeError('no such role', { cause: new RangeError('too many') });
  expect(describeError(error)).toMatchObject({ error: 'no such role', error_name: 'TypeError', cause: 'too many' });
  expect(describeError('a text')).toEqual({ error: 'a text' });
});

test('an error that is its own cause ends', () => {
  const error = new Error('round');
  error.cause = error;
  expect(describeError(error).cause?.split(' < ')).toHaveLength(5);
});
