/**
 * Database round trips for identity checks, without those of the route itself. `tests/workers/identity-cost.test.ts`
 * counts them in the running Worker and fails on any other number; docs/performance.md prints them.
 */
export const IDENTITY_TRIPS = {
  signIn: { what: 'sign-in with a password', trips: 2 },
  wrongPassword: { what: 'sign-in with a wrong password', trips: 1 },
  firstStep: { what: 'first step of a sign-in with two factors', trips: 3 },
  sessionCheck: { what: 'access token, session not seen for SESSION_CHECK_SECONDS', trips: 1 },
  sessionRemembered: { what: 'access token, session seen a moment ago', trips: 0 },
  keyCheck: { what: 'API key, not seen for API_KEY_CHECK_SECONDS', trips: 1 },
  keyRemembered: { what: 'API key, seen a moment ago', trips: 0 },
} as const;
