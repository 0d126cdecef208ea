import { describe, expect, it } from 'vitest';
import { EMPTY_REGISTRATION, registrationMessages } from './registration-form.ts';

const VALID = {
  first_name: 'Ada',
  last_name: 'L',
  organization_name: 'Mill',
  email: 'ada@example.com',
  password: 'eight888',
};

describe('registrationMessages', () => {
  it('is empty for a valid form', () => expect(registrationMessages(VALID, 8)).toEqual({}));

  it('has a message for every field of an empty form', () => {
    expect(Object.keys(registrationMessages(EMPTY_REGISTRATION, 8)).sort()).toEqual(Object.keys(VALID).sort());
  });

  it('measures the password against the length that the server requires', () => {
    expect(registrationMessages(VALID, 9).password).toBe('Use at least 9 characters; this has 8.');
    expect(registrationMessages({ ...VALID, password: 'a' }, null)).toEqual({});
  });

  it('counts code points, not UTF-16 units', () => {
    expect(registrationMessages({ ...VALID, password: '🙂🙂🙂🙂🙂🙂🙂' }, 8).password).toContain('this has 7');
    expect(registrationMessages({ ...VALID, password: '🙂🙂🙂🙂🙂🙂🙂🙂' }, 8)).toEqual({});
  });

  it.each(['ada', 'ada@example', 'a b@example.com', '@'])('rejects %j as an address', (email) => {
    expect(registrationMessages({ ...VALID, email }, 8)).toHaveProperty('email');
  });
});
