import { expect, test } from 'vitest';
import { judgeBehaviour } from './judge-behaviour.ts';
import { parseTruth } from './truth.ts';

const expecting = (expectation: Record<string, unknown>) =>
  parseTruth({ id: 'r', file: 'r.pdf', doc_type: 'other', fields: {}, expect: expectation });

const read = (text: string) => ({ kind: 'read', text, peakBytes: 1 }) as const;
const error = (code: string, message = 'Why.') => ({ kind: 'error', code, message, peakBytes: 1 }) as const;

test('a hang or a crash is never right', () => {
  expect(judgeBehaviour(expecting({ expect: 'error_or_text' }), { kind: 'hung', detail: '' }).right).toBe(false);
  expect(judgeBehaviour(expecting({ expect: 'error_or_text' }), { kind: 'crashed', detail: '' }).right).toBe(false);
});

test('a locked document must say that it is locked', () => {
  const truth = expecting({ expect: 'password_error' });
  expect(judgeBehaviour(truth, error('encrypted')).right).toBe(true);
  expect(judgeBehaviour(truth, error('damaged')).right).toBe(false);
  expect(judgeBehaviour(truth, read('secret')).right).toBe(false);
});

test('an error without a cause is not an answer', () => {
  expect(judgeBehaviour(expecting({ expect: 'error_or_text' }), error('damaged', ' ')).right).toBe(false);
});

test('expected text must be there, and enough of its words', () => {
  const truth = expecting({ expect: 'text', contains: ['Alpha', 'Beta', 'Gamma'], contains_min: 0.6 });
  expect(judgeBehaviour(truth, read('alpha gamma')).right).toBe(true);
  expect(judgeBehaviour(truth, read('alpha')).right).toBe(false);
  expect(judgeBehaviour(expecting({ expect: 'text' }), read(' ')).right).toBe(false);
});

test('a document that takes too much memory is wrong', () => {
  const ending = { kind: 'read', text: 'a', peakBytes: 3 * 1024 ** 3 } as const;
  expect(judgeBehaviour(expecting({ expect: 'text' }), ending).right).toBe(false);
});
