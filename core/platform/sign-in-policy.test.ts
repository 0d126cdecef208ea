import { expect, test } from 'vitest';
import { readSignInPolicy } from './sign-in-policy.ts';

test('without variables registration is open, addresses need not be confirmed, and nobody outside is asked', () => {
  expect(readSignInPolicy({}, 'production')).toEqual({
    registration: 'open',
    emailVerification: 'optional',
    breachLookupUrl: null,
    egressTestAllow: new Set(),
  });
});

test.each([
  { REGISTRATION_MODE: 'Closed' },
  { REGISTRATION_MODE: 1 },
  { EMAIL_VERIFICATION: 'yes' },
  { BREACH_LOOKUP_URL: 'nowhere' },
  { EGRESS_TEST_ALLOW: 'localhost:9' },
])('%j is refused by name, never guessed', (variables) => {
  expect(() => readSignInPolicy(variables, 'production')).toThrow(Object.keys(variables)[0] ?? '');
});
