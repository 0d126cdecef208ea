import { expect, test } from 'vitest';
import { isTransientFault, repeatOnce, rethrowTransient } from './transient-fault.ts';

const TRANSIENT = [
  'D1_ERROR: Network connection lost.',
  'Network connection lost.',
  'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
  'D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.: SQLITE_BUSY',
  'get: We encountered an internal error. Please try again. (10001)',
  'put: Service is temporarily unavailable. (10043)',
  'delete: Reduce your concurrent request rate for the same object. (10058)',
];

const LASTING = [
  'D1_ERROR: UNIQUE constraint failed: users.email: SQLITE_CONSTRAINT',
  "D1_ERROR: D1 DB's isolate exceeded its memory limit and was reset.",
  'D1_ERROR: no such table: Network connection lost.',
  'put: The SHA-256 checksum you specified did not match what we received. (10037)',
  'the file says: Network connection lost.',
  'forget: something (10001)',
  '',
];

test.each(TRANSIENT)('%s passes', (message) => {
  expect(isTransientFault(new Error(message))).toBe(true);
});

test.each(LASTING)('%s does not pass by itself', (message) => {
  expect(isTransientFault(new Error(message))).toBe(false);
});

test('what a wrapper hides is found, also in a circle of causes', () => {
  const wrapped = new Error('Failed query: SELECT 1', { cause: new Error('D1_ERROR: Network connection lost.') });
  expect(isTransientFault(wrapped)).toBe(true);
  const circle = new Error('a');
  circle.cause = new Error('b', { cause: circle });
  expect(isTransientFault(circle)).toBe(false);
});

test('the marks of Durable Objects count, without a word of text', () => {
  expect(isTransientFault(Object.assign(new Error('reset'), { retryable: true }))).toBe(true);
  expect(isTransientFault(Object.assign(new Error('busy'), { overloaded: true }))).toBe(true);
  expect(isTransientFault(Object.assign(new Error('no'), { retryable: false }))).toBe(false);
  expect(isTransientFault('Network connection lost.')).toBe(false);
});

test('work is done once more after a transient fault, and never after another', async () => {
  const failing = (message: string, times: number) => {
    let calls = 0;
    return async () => {
      calls += 1;
      if (calls <= times) throw new Error(message);
      return calls;
    };
  };
  await expect(repeatOnce(failing('Network connection lost.', 1))).resolves.toBe(2);
  await expect(repeatOnce(failing('Network connection lost.', 2))).rejects.toThrow('lost');
  await expect(repeatOnce(failing('UNIQUE', 1))).rejects.toThrow('UNIQUE');
  expect(() => rethrowTransient(new Error('Network connection lost.'))).toThrow('lost');
  expect(() => rethrowTransient(new Error('UNIQUE'))).not.toThrow();
});
