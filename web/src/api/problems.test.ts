import { describe, expect, it } from 'vitest';
import { ApiFailure, fieldMessages, messageAt, readProblem } from './problems.ts';

const refusal = (...errors: { path: string; message: string }[]) =>
  readProblem(
    400,
    'application/problem+json',
    JSON.stringify({ code: 'validation_failed', title: 'T', detail: 'D', request_id: 'r', errors }),
  );

describe('fieldMessages', () => {
  it('finds messages by their place in the request body', () => {
    const messages = fieldMessages(
      refusal({ path: 'json.email', message: 'no address' }, { path: 'json.fields.2.name', message: 'not snake_case' }),
    );
    expect(messageAt(messages, 'email')).toBe('no address');
    expect(messageAt(messages, 'fields.2.name')).toBe('not snake_case');
  });

  it('does not mistake the name of a nested field for that of the body', () => {
    const messages = fieldMessages(refusal({ path: 'json.fields.0.name', message: 'nested' }));
    expect(messageAt(messages, 'name')).toBeUndefined();
  });

  it('shows a message about an entry of a list at the list', () => {
    const messages = fieldMessages(refusal({ path: 'json.allowed_networks.1', message: 'not a network' }));
    expect(messageAt(messages, 'allowed_networks')).toBe('not a network');
    expect(messageAt(messages, 'allowed')).toBeUndefined();
  });

  it('keeps the first of several messages at one place', () => {
    const messages = fieldMessages(
      refusal({ path: 'json.slug', message: 'first' }, { path: 'json.slug', message: 'b' }),
    );
    expect(messages.get('slug')).toBe('first');
  });

  it('is empty for failures that carry no messages', () => {
    expect(fieldMessages(new ApiFailure(502, null)).size).toBe(0);
    expect(fieldMessages(new TypeError('defect')).size).toBe(0);
    expect(fieldMessages(null).size).toBe(0);
  });
});
