import type { Result } from '#core/contract/result';

/** The checks of a result after a change in the browser. */
export function recheck(result: Result, _before: Result): Result {
  return result;
}
