import { NoAnswer } from './problems.ts';

/** `token_spent`: another tab has just renewed the session, so the cookies are fresh. */
const SPENT_ELSEWHERE = 409;

let running: Promise<boolean> | null = null;

/**
 * Renews the session cookies. Concurrent calls share one request, because each refresh token works once.
 *
 * @returns true if the original request can be retried
 * @throws NoAnswer when the server cannot be reached
 */
export function renewSession(): Promise<boolean> {
  running ??= send().finally(() => {
    running = null;
  });
  return running;
}

async function send(): Promise<boolean> {
  let response: Response;
  try {
    response = await fetch('/api/v1/auth/refresh', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
  } catch (error) {
    throw new NoAnswer(error);
  }
  return response.ok || response.status === SPENT_ELSEWHERE;
}
