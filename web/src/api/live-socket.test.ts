import { describe, expect, it } from 'vitest';
import { parseLiveMessage, waitBeforeRetry } from './live-socket.ts';

describe('waitBeforeRetry', () => {
  it('doubles from a second and never exceeds half a minute', () => {
    expect([1, 2, 3].map((failures) => waitBeforeRetry(failures, 1))).toEqual([1_000, 2_000, 4_000]);
    expect(waitBeforeRetry(50, 1)).toBe(30_000);
  });

  it('spreads clients over the second half of the delay', () => {
    expect(waitBeforeRetry(3, 0)).toBe(2_000);
    expect(waitBeforeRetry(3, 0.5)).toBe(3_000);
  });
});

describe('parseLiveMessage', () => {
  it('parses messages of this version', () => {
    const message = { v: 1, type: 'document.updated', document_id: 'doc_1', status: 'completed' };
    expect(parseLiveMessage(JSON.stringify(message))).toEqual(message);
  });

  it.each([
    '',
    'null',
    '"x"',
    '{"v":2,"type":"document.updated","document_id":"d"}',
    '{"v":1,"type":"other","document_id":"d"}',
  ])('returns null for %s', (text) => expect(parseLiveMessage(text)).toBeNull());
});
