import { describe, expect, it } from 'vitest';
import { EMPTY_REGISTRATION, registrationMessages } from './registration-form.ts';

const GOOD = {
  first_name: 'Ada',
  last_name: 'L',
  organization_name: 'Mill',
  email: 'ada@example.com',
  password: 'eight888',
};

describe('registrationMessages', () => {
  it('has nothing to say about a complete form', () => expect(registrationMessages(GOOD)).toEqual({}));

  it('names every field of an empty form', () => {
    expect(Object.keys(registrationMessages(EMPTY_REGISTRATION)).sort()).toEqual(Object.keys(GOOD).sort());
  });

  it('counts characters as people do', () => {
    expect(registrationMessages({ ...GOOD, password: '🙂🙂🙂🙂🙂🙂🙂' }).password).toContain('this has 7');
    expect(registrationMessages({ ...GOOD, password: '🙂🙂🙂🙂🙂🙂🙂🙂' })).toEqual({});
  });

  it.each(['ada', 'ada@example', 'a b@example.com', '@'])('does not take %j for an address', (email) => {
    expect(registrationMessages({ ...GOOD, email })).toHaveProperty('email');
  });
});
