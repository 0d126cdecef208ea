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
])('%j is refused by name, never guessed', (variables) => {
  expect(() => readSignInPolicy(variables, 'development')).toThrow(Object.keys(variables)[0] ?? '');
});

test('production has no way round the outbound guard', () => {
  expect(() => readSignInPolicy({ EGRESS_TEST_ALLOW: '127.0.0.1:1' }, 'production')).toThrow(/EGRESS_TEST_ALLOW/);
});
