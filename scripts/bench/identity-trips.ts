/**
 * Database round trips for identity checks, without those of the route itself. `tests/workers/identity-cost.test.ts`
 * counts them in the running Worker and fails on any other number; docs/performance.md prints them.
 */
export const IDENTITY_TRIPS = {
  signIn: { what: 'sign-in with a password', trips: 2 },
  wrongPassword: { what: 'sign-in with a wrong password', trips: 1 },
  firstStep: { what: 'first step of a two-factor sign-in', trips: 3 },
  sessionCheck: { what: 'access token, session not checked for SESSION_CHECK_SECONDS', trips: 1 },
  sessionRemembered: { what: 'access token, session checked recently', trips: 0 },
  keyCheck: { what: 'API key, not checked for API_KEY_CHECK_SECONDS', trips: 1 },
  keyRemembered: { what: 'API key, checked recently', trips: 0 },
} as const;
