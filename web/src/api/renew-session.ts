import { NoAnswer } from './problems.ts';

/** `token_spent`: another tab renewed the session a moment ago, so the cookies are fresh already. */
const SPENT_ELSEWHERE = 409;

let running: Promise<boolean> | null = null;

/**
 * Renews the session cookies. Calls that come while one is running share it, because each refresh token counts once.
 *
 * @returns true when the original request is worth sending again
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
